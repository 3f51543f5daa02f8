/**
 * Puts text on the clipboard. Works on plain http in an intranet too, where `navigator.clipboard` is missing:
 * there the old copy command, which needs a key press or click a moment before. False when the browser refused.
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused, or the window has no focus: the old way may still do.
    }
  }
  return copyByCommand(text);
}

function copyByCommand(text: string): boolean {
  let taken = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", text);
    taken = true;
  };
  document.addEventListener("copy", onCopy, { capture: true });
  // The only way to the clipboard outside a secure context.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand("copy");
  document.removeEventListener("copy", onCopy, { capture: true });
  return taken;
}
