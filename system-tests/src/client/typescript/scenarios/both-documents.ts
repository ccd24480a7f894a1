// Whichever document the types are made of, they are the same.
import type { paths as In31 } from '../types/openapi.js';
import type { paths as In30 } from '../types/openapi-3.0.js';

type Same<A, B> = [A, B] extends [B, A] ? true : never;
export const same: Same<In31, In30> = true;
