/** Whether keys are printed as on a Mac. */
export function isMac(): boolean {
  return /mac/i.test(navigator.platform);
}

/** Puts text on the clipboard; false when the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Puts the same content on the clipboard as text and as HTML, so that a mail takes one and a terminal the other. */
export async function copyHtml(html: string, text: string): Promise<boolean> {
  try {
    const item = new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

/** Hands a file to the browser's own downloads; nothing leaves the machine. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken its own hold of the blob by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
