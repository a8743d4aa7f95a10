import type { Language } from '../../lib/i18n/language.ts';
import { welcome } from '../../lib/i18n/welcome.ts';
import { Icon } from '../ui/icon.tsx';

/** Second screen: two lists and a whole day's record as it is stored. */
export function WhatItRecords({ language }: { readonly language: Language }) {
  const t = welcome[language];
  const sample = [
    [t.sampleDay, '2026-11-25'],
    [t.sampleTool, 'ChatGPT'],
    [t.sampleVisits, '2'],
    [t.sampleSeconds, '740'],
    [t.samplePrompts, '4'],
  ] as const;
  return (
    <>
      <div className="welcome-records">
        <section className="welcome-records-yes">
          <h2>{t.records}</h2>
          <ul>
            {t.recordsList.map((item) => (
              <li key={item}>
                <Icon name="check" />
                {item}
              </li>
            ))}
          </ul>
        </section>
        <section className="welcome-records-no">
          <h2>{t.never}</h2>
          <ul>
            {t.neverList.map((item) => (
              <li key={item}>
                <Icon name="close" />
                {item}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <figure className="welcome-sample">
        <figcaption>{t.sample}</figcaption>
        <dl>
          {sample.map(([word, value]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </figure>
      <p className="welcome-foot-note">
        {t.recordsDraft}
        <br />
        {t.recordsFoot}
      </p>
    </>
  );
}
