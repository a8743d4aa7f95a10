/**
 * The product's name with its mark: two lines side by side, one a little ahead, which is what 伴走 means. In the colour of
 * the text around it; read as "Banso".
 */
export function Wordmark() {
  return (
    <span className="ui-wordmark">
      <svg viewBox="0 0 28 16" aria-hidden="true">
        <path d="M3 5h14" />
        <circle cx="21.5" cy="5" r="3" />
        <path d="M7 11.5h10" />
        <circle className="ui-wordmark-beside" cx="21.5" cy="11.5" r="2.2" />
      </svg>
      Banso
    </span>
  );
}
