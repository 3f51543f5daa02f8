/** Goes to a page of this window, as a link with `#address` would. */
export function go(address: string): void {
  window.location.hash = `#${address}`;
}

export function incidentAddress(id: string): string {
  return `/incidents/${id}`;
}

/** F04, F05 … of an incident, on screen before it is printed. */
export function paperAddress(form: "F04" | "F05", incidentId: string): string {
  return `/paper/${form}/${incidentId}`;
}
