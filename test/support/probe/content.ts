import { ADAPTERS } from '../../../lib/sites/adapters.ts';
import { findComposer } from '../../../lib/sites/find-composer.ts';
import { insertPrompt } from '../../../lib/sites/insertion/insert-prompt.ts';
import { watchTyping } from '../../../lib/sites/insertion/typing-watch.ts';
import { toolAtOrigin } from '../../../lib/sites/registry.ts';
import { watchSubmits } from '../../../lib/sites/submit-detection.ts';
import type { ProbeAnswer, ProbeQuestion } from './questions.ts';

/**
 * The content script of the test extension: `lib/sites` in a real isolated world, asked and answered by DOM events.
 * Only for tests; the product lets no page ask it anything.
 */
const tool = toolAtOrigin(location.origin);
if (tool) {
  const adapter = ADAPTERS[tool.id as keyof typeof ADAPTERS];
  const typing = watchTyping(window);
  let submits = 0;
  const seen: string[] = [];
  const submitting = watchSubmits({
    adapter,
    findEditor: () => findComposer(adapter).editor,
    onSubmit: () => {
      submits += 1;
    },
    onSeen: (...names) => seen.push(...names),
  });
  window.addEventListener('keydown', submitting.onKeyDown, true);
  window.addEventListener('click', submitting.onClick, true);
  window.addEventListener('submit', submitting.onFormSubmit, true);

  const answer = async (question: ProbeQuestion): Promise<ProbeAnswer> => {
    const { how, editor } = findComposer(adapter);
    if (question.insert === undefined) return { how, submits, seen };
    const insertion = await insertPrompt(editor, question.insert, {
      findEditor: () => findComposer(adapter).editor,
      typing,
      copy: (text) => navigator.clipboard.writeText(text),
    });
    return { how, submits, seen, insertion };
  };

  window.addEventListener('probe:ask', (event) => {
    const question = JSON.parse((event as CustomEvent<string>).detail) as ProbeQuestion;
    void answer(question).then((reply) =>
      window.dispatchEvent(new CustomEvent('probe:answer', { detail: JSON.stringify(reply) })),
    );
  });
}
