import { catalogue } from './language.ts';

/** Strings of the toolbar icon's title and of notifications. */
export const backgroundWords = catalogue({
  ja: {
    used: 'Banso – 今日は点がつきました',
    open: 'Banso – 今日は、これから',
    off: 'Banso – 今日は休み',
    paused: 'Banso – 記録を止めています',
    weeklyTitle: '先週のまとめができました',
    weeklyBody: (days: number) =>
      days > 0
        ? `先週は ${days} 日使いました。1 分で見られます。`
        : '今週の業務から、ひとつ選んでみませんか。',
  },
  en: {
    used: 'Banso – today is a dot',
    open: 'Banso – today is open',
    off: 'Banso – a day off',
    paused: 'Banso – recording is paused',
    weeklyTitle: 'Your week in one minute',
    weeklyBody: (days: number) =>
      days > 0
        ? `You used AI on ${days === 1 ? 'one day' : `${days} days`} last week.`
        : 'Pick one piece of this week’s work to start with.',
  },
});
