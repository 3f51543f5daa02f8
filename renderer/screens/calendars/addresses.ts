/** The page of holiday notices, at one year of it. */
export function calendarsAddress(year?: number): string {
  return year === undefined ? "/calendars" : `/calendars/${year}`;
}

/** The form for the notice of a year. */
export function enterAddress(year: number): string {
  return `/calendars/${year}/enter`;
}
