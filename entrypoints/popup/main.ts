/**
 * The popup's first script. It lets the shell of index.html be painted before React and the styles are read, which else
 * hold the first paint back; a hidden page is never painted, so there it does not wait.
 */
function begin(): void {
  void import('./page.tsx');
}

if (document.visibilityState === 'hidden') begin();
else requestAnimationFrame(() => setTimeout(begin));
