import { AdvisorMail } from '../../../components/board/advisor-mail.tsx';
import { HelpClock } from '../../../components/board/help-clock.tsx';
import { AnsweredQuestions, HelpQueue } from '../../../components/board/help-queue.tsx';
import { HowTos } from '../../../components/board/how-tos.tsx';
import { AskForm } from '../../../components/help/ask-form.tsx';
import { OwnQuestions } from '../../../components/help/own-questions.tsx';
import { Popup } from '../../../components/popup/popup.tsx';
import { viewPopup } from '../../../components/popup/popup-view.ts';
import { HOLIDAYS } from '../../../content/holidays.ts';
import type { ShownQuestion } from '../../../lib/app/help-questions.ts';
import type { OwnMail } from '../../../lib/contract/hub/channels.ts';
import type { AskedQuestion, HowTo } from '../../../lib/contract/hub/help.ts';
import { createCalendar } from '../../../lib/domain/calendar.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { company, NOW_MS } from '../company.ts';
import { person } from '../person.ts';
import { sharedWorkflows } from '../shared.ts';
import { OnBoard } from '../on-board.tsx';
import type { GalleryArea, GalleryState } from '../state.ts';

const HOUR_MS = 3_600_000;
const nothing = () => undefined;
const taken = async () => true;

const TEXTS = {
  ja: {
    table: '表を貼り付けると、列が崩れてしまいます。どう頼めばよいでしょうか。',
    tableAnswer:
      'CSV の形にしてから貼り付けると崩れません。\n「次は CSV です」と先に一行書いてください。',
    long: '見積もりの返信を頼むと、毎回とても長い文になります。お客様の返事は三行ほどなので、同じくらいの長さで、失礼にならない文にしたいです。\nどこに何を書き足せばよいですか。',
    short: '敬語が不自然になります。',
    title: '表を崩さずに貼る',
    other: '返信を短くする',
    otherText: '最後に「三行で、あいさつは一行だけ」と書き足します。',
    name: '高橋 さくら',
  },
  en: {
    table: 'Columns fall apart when I paste a table. How should I ask?',
    tableAnswer: 'Paste it as CSV.\nWrite one line first: “The following is CSV”.',
    long: 'Replies to quote requests always come out very long. Our customers write three lines, so I would like about as many, and still be polite.\nWhere do I add what?',
    short: 'The tone sounds unnatural.',
    title: 'Paste a table that stays whole',
    other: 'Keep a reply short',
    otherText: 'Add at the end: “three lines, one of greeting”.',
    name: 'Sakura Takahashi',
  },
} as const;

function howTos(language: Language): HowTo[] {
  const t = TEXTS[language];
  return [
    { id: 'h1', title: t.title, text: t.tableAnswer, publishedAt: NOW_MS },
    { id: 'h2', title: t.other, text: t.otherText, workflowId: 'w1', publishedAt: NOW_MS },
  ];
}

function own(language: Language): ShownQuestion[] {
  const t = TEXTS[language];
  const answer = { text: t.tableAnswer, at: NOW_MS - HOUR_MS, by: 'champion' as const };
  const since = (hours: number) => ({ askedAt: NOW_MS - hours * HOUR_MS, isNew: false });
  return [
    { id: 'q1', text: t.short, named: false, state: 'waiting', ...since(0) },
    { id: 'q2', text: t.long, named: true, workflowId: 'w1', state: 'open', ...since(2) },
    { id: 'q3', text: t.table, named: false, state: 'answered', answer, ...since(20) },
    { id: 'q4', text: t.short, named: true, state: 'refused', ...since(30) },
    { id: 'q5', text: t.table, named: true, state: 'closed', answer, ...since(200) },
  ];
}

function asked(language: Language): AskedQuestion[] {
  const t = TEXTS[language];
  const answer = { text: t.tableAnswer, at: NOW_MS - HOUR_MS, by: 'champion' as const };
  const at = (hours: number) => NOW_MS - hours * HOUR_MS;
  return [
    {
      id: 'q1',
      text: t.long,
      name: t.name,
      workflowName: sharedWorkflows(language)[2]?.name,
      askedAt: at(30),
      state: 'open',
      waitedMinutes: 530,
      late: true,
    },
    { id: 'q2', text: t.short, askedAt: at(2), state: 'open', waitedMinutes: 95, late: false },
    {
      id: 'q3',
      text: t.table,
      askedAt: at(50),
      state: 'answered',
      answer,
      waitedMinutes: 120,
      late: false,
    },
    {
      id: 'q4',
      text: t.short,
      name: t.name,
      askedAt: at(90),
      state: 'closed',
      waitedMinutes: 45,
      late: false,
    },
  ];
}

function boardPage(
  name: string,
  {
    asks,
    isAdvisor = false,
    mail,
    press,
  }: { asks: boolean; isAdvisor?: boolean; mail?: OwnMail; press?: string },
): GalleryState {
  return {
    name,
    frame: 'page',
    press,
    draw: (language) => {
      const all = asks
        ? asked(language).map(({ name: asker, ...each }) =>
            isAdvisor || asker === undefined ? each : { ...each, name: asker },
          )
        : [];
      const given = {
        language,
        busy: undefined,
        deeds: { onAnswer: taken, onClose: nothing, onPublish: taken },
      };
      return (
        <OnBoard language={language} page="help">
          <HelpQueue
            questions={all.filter(({ state, late }) => state === 'open' && (late || !isAdvisor))}
            isAdvisor={isAdvisor}
            {...given}
          />
          <HelpClock
            workingHours={[
              { from: 540, to: 720 },
              { from: 780, to: 1080 },
            ]}
            clock={
              asks
                ? { answered: 2, medianMinutes: 83, late: 1, open: 2 }
                : { answered: 0, late: 0, open: 0 }
            }
            language={language}
          />
          <AnsweredQuestions questions={all.filter(({ state }) => state !== 'open')} {...given} />
          <HowTos
            howTos={asks ? howTos(language) : []}
            language={language}
            busy={undefined}
            onRemove={nothing}
          />
          {mail !== undefined && (
            <AdvisorMail
              {...{ mail, language }}
              address={mail.isReader ? 'advisor@example.com' : undefined}
              busy={false}
              onChange={nothing}
              onAddress={nothing}
            />
          )}
        </OnBoard>
      );
    },
  };
}

function popup(name: string, help: { news: number; waiting: number }): GalleryState {
  return {
    name,
    frame: 'popup',
    draw: (language) => (
      <Popup
        view={viewPopup(person(language), createCalendar(person(language).calendar, HOLIDAYS))}
        language={language}
        links={{
          dashboard: '#',
          workflows: '#',
          newPrompt: () => '#',
          settings: '#',
          data: '#',
          team: '#',
          help: '#',
          boardHelp: '#',
          prompt: () => '#',
        }}
        team={company(language)}
        help={help}
        access={{ closedTools: [], onAllow: nothing }}
        onCommand={async () => ({ ok: true })}
      />
    ),
  };
}

/** Where the department's questions go to chats as well. */
function askWithChat(name: string, press?: string): GalleryState {
  return {
    name,
    frame: 'sheet',
    ...(press === undefined ? {} : { press }),
    draw: (language) => (
      <AskForm
        howTos={[]}
        workflows={sharedWorkflows(language)}
        chats={['slack', 'lineWorks']}
        language={language}
        initialText={TEXTS[language].short}
        initialWorkflowId={sharedWorkflows(language)[1]?.id}
        onAsk={taken}
      />
    ),
  };
}

function ownQuestions(name: string, questions: (language: Language) => ShownQuestion[]) {
  return {
    name,
    frame: 'sheet',
    draw: (language: Language) => (
      <OwnQuestions
        questions={questions(language)}
        language={language}
        busy={undefined}
        nameOf={(id) => sharedWorkflows(language).find((each) => each.id === id)?.name}
        onSettle={nothing}
        onWithdraw={nothing}
      />
    ),
  } satisfies GalleryState;
}

/** 手を挙げる: asking, one's own questions, the popup's lines, and the board's queue. */
export default {
  area: 'help',
  states: [
    {
      name: 'ask',
      frame: 'sheet',
      draw: (language) => (
        <AskForm
          howTos={howTos(language)}
          workflows={sharedWorkflows(language)}
          language={language}
          onAsk={taken}
        />
      ),
    },
    {
      name: 'ask-nameless',
      frame: 'sheet',
      press: 'input[value="nameless"]',
      draw: (language) => <AskForm howTos={[]} workflows={[]} language={language} onAsk={taken} />,
    },
    {
      name: 'ask-missing',
      frame: 'sheet',
      press: 'button[type="submit"]',
      draw: (language) => <AskForm howTos={[]} workflows={[]} language={language} onAsk={taken} />,
    },
    {
      name: 'ask-found',
      frame: 'sheet',
      press: 'summary',
      draw: (language) => (
        <AskForm
          howTos={howTos(language)}
          workflows={sharedWorkflows(language)}
          language={language}
          initialText={TEXTS[language].table}
          onAsk={taken}
        />
      ),
    },
    askWithChat('ask-chat'),
    askWithChat('ask-chat-nameless', 'input[value="nameless"]'),
    ownQuestions('own', own),
    ownQuestions('own-none', () => []),
    popup('popup', { news: 0, waiting: 0 }),
    popup('popup-answered', { news: 1, waiting: 0 }),
    popup('popup-champion', { news: 2, waiting: 3 }),
    boardPage('board', { asks: true }),
    boardPage('board-advisor', {
      asks: true,
      isAdvisor: true,
      mail: { active: true, isReader: true },
    }),
    boardPage('board-advisor-stopped', {
      asks: false,
      isAdvisor: true,
      mail: { active: false, isReader: true },
    }),
    boardPage('board-advisor-no-address', {
      asks: false,
      isAdvisor: true,
      mail: { active: true, isReader: false },
    }),
    boardPage('board-none', { asks: false }),
    boardPage('board-how-to', { asks: true, press: '.board-presses .ui-button-small' }),
  ],
} satisfies GalleryArea;
