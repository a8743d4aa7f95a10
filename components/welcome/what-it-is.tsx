import type { Language } from '../../lib/i18n/language.ts';
import { welcome } from '../../lib/i18n/welcome.ts';

/** More days than any width shows: the line runs on over the edge of the page. */
const STEP = 22;
const DAYS = Array.from({ length: 36 }, (_, index) => 10 + index * STEP);
/** Every sixth day is a day off, so that the drawing shows the line passing through. */
const isOff = (index: number) => index % 6 === 5;

/** First screen: a dot, a line, and three sentences. */
export function WhatItIs({ language }: { readonly language: Language }) {
  const t = welcome[language];
  return (
    <>
      <div className="welcome-drawing">
        <figure>
          <svg height="32" aria-hidden="true">
            <circle className="line-dot" cx={DAYS[0]} cy="16" r="7" />
            {DAYS.slice(1).map((x) => (
              <circle key={x} className="line-point" cx={x} cy="16" r="1.75" />
            ))}
          </svg>
          <figcaption>{t.isDot}</figcaption>
        </figure>
        <figure>
          <svg height="32" aria-hidden="true">
            <g className="welcome-flow">
              <line
                className="line-run"
                x1={DAYS[0]}
                x2={DAYS.at(-1)}
                y1="16"
                y2="16"
                strokeWidth="4.5"
              />
              {DAYS.map((x, index) =>
                isOff(index) ? (
                  <line
                    key={x}
                    className="line-tick"
                    x1={x}
                    x2={x}
                    y1="9"
                    y2="23"
                    strokeWidth="2"
                  />
                ) : (
                  <circle key={x} className="line-dot" cx={x} cy="16" r="7" />
                ),
              )}
            </g>
          </svg>
          <figcaption>{t.isLine}</figcaption>
        </figure>
      </div>
      <ul className="welcome-points">
        {t.isPoints.map(({ title, text }) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
