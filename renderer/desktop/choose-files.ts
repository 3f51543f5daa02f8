/** The browser's own file dialog. Empty when the user closed it without choosing. */
export async function chooseFiles(accept: string, multiple: boolean): Promise<File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.multiple = multiple;
  // In the page, although unseen: some browsers forget an input that is nowhere, and its dialog with it.
  input.hidden = true;
  document.body.append(input);
  try {
    return await new Promise((chosen) => {
      input.addEventListener("change", () => chosen([...(input.files ?? [])]));
      input.addEventListener("cancel", () => chosen([]));
      input.click();
    });
  } finally {
    input.remove();
  }
}
