import { catalogue } from './language.ts';

/** Strings about a person's devices, as the owner sees them on the page of people and roles. */
export const boardDevices = catalogue({
  ja: {
    devices: 'つながっている端末',
    lead: 'つないだ日時だけが分かります。いつ、何に使ったかは、本人のほかのだれにも見えません。',
    none: 'つながっている端末はありません。',
    since: (when: string) => `${when} につないだ端末`,
    end: '切り離す',
    endNamed: (when: string) => `${when} につないだ端末を切り離す`,
    endTitle: 'この端末を切り離しますか',
    endWhich: (name: string, when: string) => `${name} さんの、${when} につないだ端末です。`,
    endLead:
      'なくした端末から、会社とつながれないようにします。役割と所属、これまでの記録はそのままです。ほかの端末は、つながったままです。',
    endLast:
      'この人の最後の端末です。切り離すと、同じ人としては戻れません。新しい招待で参加し直すことになり、ハブの記録は引き継がれません。',
    endDo: '切り離す',
    ended: '端末を切り離しました。',
    cancel: 'やめる',
    close: '閉じる',
  },
  en: {
    devices: 'Connected devices',
    lead: 'Only when each was connected is known. When or for what it was used, nobody but the person can see.',
    none: 'No device is connected.',
    since: (when: string) => `Connected on ${when}`,
    end: 'Disconnect',
    endNamed: (when: string) => `Disconnect the device connected on ${when}`,
    endTitle: 'Disconnect this device?',
    endWhich: (name: string, when: string) => `It is ${name}’s, connected on ${when}.`,
    endLead:
      'A lost device can no longer reach the company. Role, department and what was recorded stay, and so do the person’s other devices.',
    endLast:
      'It is this person’s last device. They cannot come back as the same person: they join anew by a new invite, and what the hub recorded does not come along.',
    endDo: 'Disconnect',
    ended: 'Device disconnected.',
    cancel: 'Cancel',
    close: 'Close',
  },
});
