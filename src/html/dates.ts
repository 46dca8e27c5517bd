const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day of the week of 1 January, Monday being 0 (proleptic Gregorian calendar). */
function firstDay(year: number): number {
  const before = year - 1;
  return (before + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)) % 7;
}

/** Whether an ISO year has 53 weeks: it starts on a Thursday, or on a Wednesday and is a leap year. */
function weeksIn(year: number): number {
  const day = firstDay(year);
  return day === 3 || (day === 2 && isLeap(year)) ? 53 : 52;
}

/** A valid month string (HTML standard 2.3.5.1). */
export function isMonth(text: string): boolean {
  const [, year, month] = /^(\d{4,6})-(\d\d)$/.exec(text) ?? [];
  return Number(year) > 0 && Number(year) <= 275_760 && Number(month) >= 1 && Number(month) <= 12;
}

/** A valid date string (HTML standard 2.3.5.2). */
export function isDate(text: string): boolean {
  const [, month, day] = /^(\d{4,6}-\d\d)-(\d\d)$/.exec(text) ?? [];
  if (month === undefined || !isMonth(month)) return false;
  const [year, number] = month.split('-').map(Number);
  return Number(day) >= 1 && Number(day) <= daysIn(year ?? 0, number ?? 0);
}

/** A valid time string (HTML standard 2.3.5.4). */
export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?$/.test(text);
}

/** A valid week string (HTML standard 2.3.5.8). */
export function isWeek(text: string): boolean {
  const [, year, week] = /^(\d{4,6})-W(\d\d)$/.exec(text) ?? [];
  return Number(year) > 0 && Number(week) >= 1 && Number(week) <= weeksIn(Number(year));
}

/** A local date and time in its shortest form, or nothing where it is none (HTML standard 2.3.5.5). */
export function localDateTime(text: string): string {
  const [, date, time] = /^(\d{4,6}-\d\d-\d\d)[T ]([\d:.]{5,12})$/.exec(text) ?? [];
  if (date === undefined || time === undefined || !isDate(date) || !isTime(time)) return '';
  const [whole = '', fraction = ''] = time.split('.', 2);
  const exact = fraction.replace(/0+$/, '');
  const short = exact === '' && whole.endsWith(':00') && whole.length === 8 ? whole.slice(0, 5) : whole;
  return `${date}T${short}${exact === '' ? '' : `.${exact}`}`;
}
