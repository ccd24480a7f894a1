import {h, render} from './base/html.js';
import {Shell} from './page/shell.js';

render(h(Shell), document.getElementById('console'));
