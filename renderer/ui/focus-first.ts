/**
 * Puts the cursor into the first box of a dialog that has finished opening, unless somebody was quicker and types in
 * another one already: the next letter would land in the wrong box.
 */
export function focusFirst(id: string): void {
  const box = document.getElementById(id);
  const active = document.activeElement;
  const isTyping = active?.matches("input, textarea") === true;
  if (isTyping && box?.closest("[role=dialog]")?.contains(active) === true) return;
  box?.focus();
}
