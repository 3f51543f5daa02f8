const waiting: (() => void)[] = [];
let isPressed = false;

/**
 * Does it at once, or, while a mouse button or finger is down, when that press has become its click. Pressing a button
 * takes the focus out of a box before the click is made: a complaint that appeared under the box in between would push
 * the button away from under the pointer, and the browser would make no click of the press.
 */
export function afterPress(act: () => void): void {
  if (isPressed) waiting.push(act);
  else act();
}

function release(): void {
  isPressed = false;
  // The click of this press is told in the same task; what waited comes after it.
  setTimeout(() => {
    for (const act of waiting.splice(0)) act();
  });
}

if (typeof window !== "undefined") {
  const heard = { capture: true, passive: true } as const;
  window.addEventListener("pointerdown", () => (isPressed = true), heard);
  // A key that comes while a press was never ended, in another window say, ends it.
  for (const name of ["pointerup", "pointercancel", "keydown"]) window.addEventListener(name, release, heard);
}
