import {locale} from './texts.js';

const DASH = '–';

function ofTime(iso, options) {
  return new Intl.DateTimeFormat(locale(), options).format(new Date(iso));
}

/** Date and time of day in the operator's zone; the year only where it is another. */
export function dateTime(iso) {
  const isThisYear = new Date(iso).getFullYear() === new Date().getFullYear();
  return ofTime(iso, {
    ...(isThisYear ? {} : {year: 'numeric'}),
    month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
}

export function dateOnly(iso) {
  return ofTime(iso, {dateStyle: 'medium'});
}

/** For what happened just now. */
export function timeOfDay(iso) {
  return ofTime(iso, {hour: '2-digit', minute: '2-digit', second: '2-digit'});
}

export function hourAndMinute(iso) {
  return ofTime(iso, {hour: '2-digit', minute: '2-digit'});
}

/** The same instant as the servers write it. */
export function utc(iso) {
  return `${new Date(iso).toISOString().replace('T', ' ').replace('Z', '')} UTC`;
}

const AGES = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** Such as "3 minutes ago". */
export function ago(iso, now = Date.now()) {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  const [unit, size] = AGES.find(([, each]) => Math.abs(seconds) >= each) ?? AGES.at(-1);
  return new Intl.RelativeTimeFormat(locale(), {numeric: 'auto'}).format(Math.round(seconds / size), unit);
}

/** Three significant digits at most, so that columns of figures stay short. */
export function number(value) {
  if (value === null || value === undefined) {
    return DASH;
  }
  const digits = Math.abs(value) >= 100 ? {maximumFractionDigits: 0} : {maximumSignificantDigits: 3};
  return new Intl.NumberFormat(locale(), digits).format(value);
}

function withUnit(value, unit) {
  const digits = Math.abs(value) >= 100 ? {maximumFractionDigits: 0} : {maximumSignificantDigits: 3};
  return new Intl.NumberFormat(locale(), {style: 'unit', unit, unitDisplay: 'short', ...digits}).format(value);
}

/** A duration that is given in milliseconds, in the unit that reads best. */
export function duration(ms) {
  if (ms === null || ms === undefined) {
    return DASH;
  }
  if (Math.abs(ms) < 1000) {
    return withUnit(ms, 'millisecond');
  }
  return Math.abs(ms) < 120000 ? withUnit(ms / 1000, 'second') : withUnit(ms / 60000, 'minute');
}

export function bytes(count) {
  if (count === null || count === undefined) {
    return DASH;
  }
  if (count < 1000) {
    return withUnit(count, 'byte');
  }
  return count < 1e6 ? withUnit(count / 1e3, 'kilobyte') : withUnit(count / 1e6, 'megabyte');
}

export function list(names) {
  return new Intl.ListFormat(locale(), {type: 'conjunction'}).format(names);
}

/** As a field for date and time takes it: the operator's own time, without zone. */
export function toField(iso) {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

export function fromField(local) {
  return local ? new Date(local).toISOString() : null;
}
