import { AgreeToThree } from '../../../components/team/agree-to-three.tsx';
import { departmentRows } from '../../../components/team/department-rows.ts';
import { DepartmentLines } from '../../../components/team/department-lines.tsx';
import { FirstInvites } from '../../../components/team/first-invites.tsx';
import { JoinForm } from '../../../components/team/join-form.tsx';
import { LeaveDays } from '../../../components/team/leave-days.tsx';
import { LeaveTeam } from '../../../components/team/leave-team.tsx';
import { Membership } from '../../../components/team/membership.tsx';
import { SecondDevice } from '../../../components/team/second-device.tsx';
import { OurLines } from '../../../components/popup/our-lines.tsx';
import '../../../components/popup/popup.css';
import { SentPayloads } from '../../../components/trust/sent-payloads.tsx';
import '../../../components/trust/trust.css';
import { Card } from '../../../components/ui/card.tsx';
import type { TeamView } from '../../../lib/app/team-view.ts';
import type { DayKey } from '../../../lib/domain/day.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { team } from '../../../lib/i18n/team.ts';
import { company, companyLines, NOW_MS } from '../company.ts';
import { TODAY } from '../person.ts';
import type { GalleryArea, GalleryState } from '../state.ts';

const nothing = () => undefined;
const settled = async () => undefined;
const LINK = 'https://banso.minato.example/join#minato0000000000.Jx3v5tq9wLr2bC8yTgQm4A';

function popupOf(
  name: string,
  view: (language: Language) => Partial<TeamView> = () => ({}),
): GalleryState {
  return {
    name,
    frame: 'popup',
    draw: (language) => (
      <div className="popup">
        <h1 className="ui-hidden">Banso</h1>
        <OurLines
          team={company(language, view(language))}
          today={TODAY}
          language={language}
          href="#team"
        />
      </div>
    ),
  };
}

function membership(
  name: string,
  view: (language: Language) => Partial<TeamView> = () => ({}),
  board?: string,
): GalleryState {
  return {
    name,
    frame: 'sheet',
    draw: (language) => (
      <Membership
        view={company(language, view(language))}
        language={language}
        board={board}
        busy={false}
        onSync={nothing}
      />
    ),
  };
}

const sync = (trouble: NonNullable<TeamView['sync']['trouble']>) => () => ({
  sync: { failures: 3, notBeforeMs: NOW_MS, succeededAt: NOW_MS - 200_000_000, trouble },
});

/** Joining and belonging to a company, part by part. */
export default {
  area: 'team',
  states: [
    popupOf('popup-lines'),
    popupOf('popup-many', (language) => ({ lines: companyLines(language, 6) })),
    popupOf('popup-waiting', () => ({ lines: undefined })),
    popupOf('popup-offline', (language) => ({
      ...sync({ kind: 'unreachable' })(),
      lines: { ...companyLines(language), at: NOW_MS - 200_000_000 },
    })),
    popupOf('popup-revoked', sync({ kind: 'revoked' })),
    {
      name: 'join',
      frame: 'sheet',
      draw: (language) => <JoinForm language={language} onJoin={settled} onFound={settled} />,
    },
    {
      name: 'join-filled',
      frame: 'sheet',
      draw: (language) => (
        <JoinForm language={language} policyInvite={LINK} onJoin={settled} onFound={settled} />
      ),
    },
    {
      name: 'join-unreadable',
      frame: 'sheet',
      draw: (language) => (
        <JoinForm
          language={language}
          policyInvite="http://hub.example/join#abc"
          onJoin={settled}
          onFound={settled}
        />
      ),
    },
    {
      name: 'founding',
      frame: 'sheet',
      draw: (language) => (
        <JoinForm
          language={language}
          policyInvite="https://banso.minato.example/join#setup:Xk3v9QpL2m_s"
          onJoin={settled}
          onFound={settled}
        />
      ),
    },
    {
      name: 'first-invites',
      frame: 'sheet',
      draw: (language) => (
        <FirstInvites
          language={language}
          invites={companyLines(language, 2).departments.map(({ name }, index) => ({
            department: name,
            member: `${LINK}m${index}`,
            champion: `${LINK}c${index}`,
          }))}
          onCopy={nothing}
        />
      ),
    },
    membership('membership'),
    membership(
      'membership-champion',
      (language) => ({
        team: { ...company(language).team, role: 'champion' },
      }),
      '#board',
    ),
    membership('membership-refused', sync({ kind: 'refused', field: 'days.3.tool' })),
    membership('membership-revoked', sync({ kind: 'revoked' })),
    {
      name: 'lines',
      frame: 'sheet',
      draw: (language) => (
        <Card title={team[language].lines}>
          <DepartmentLines
            rows={departmentRows(company(language, { lines: companyLines(language, 6) }), 30)}
            today={TODAY}
            language={language}
          />
        </Card>
      ),
    },
    {
      name: 'lines-empty',
      frame: 'sheet',
      draw: (language) => (
        <Card title={team[language].lines}>
          <DepartmentLines rows={[]} today={TODAY} language={language} />
        </Card>
      ),
    },
    {
      name: 'leave',
      frame: 'sheet',
      draw: (language) => (
        <LeaveDays
          leave={[
            {
              from: '2026-12-28' as DayKey,
              to: '2027-01-05' as DayKey,
              name: language === 'ja' ? '帰省' : 'Family visit',
            },
            { from: '2026-12-01' as DayKey, to: '2026-12-01' as DayKey },
          ]}
          today={TODAY}
          language={language}
          onChange={async () => true}
        />
      ),
    },
    ...(['not', 'mine', 'holds'] as const).map((how): GalleryState => ({
      name: `few-people-${how}`,
      frame: 'sheet',
      draw: (language) => (
        <AgreeToThree
          agreement={{ agreed: how !== 'not', holds: how === 'holds' }}
          busy={false}
          language={language}
          onChange={nothing}
        />
      ),
    })),
    {
      name: 'second-device',
      frame: 'sheet',
      draw: (language) => (
        <SecondDevice
          offer={{
            link: 'https://banso.minato.example/join#device:K7QX-3M9D-WTRA',
            expiresAt: NOW_MS,
          }}
          busy={false}
          language={language}
          onMake={nothing}
          onCopy={nothing}
        />
      ),
    },
    {
      name: 'leaving',
      frame: 'sheet',
      draw: (language) => <LeaveTeam language={language} onLeave={async () => 'left'} />,
      press: '.ui-button-danger',
    },
    {
      name: 'sent',
      frame: 'sheet',
      draw: (language) => (
        <SentPayloads
          language={language}
          payloads={{
            usage: {
              at: NOW_MS,
              method: 'PUT',
              path: '/v1/usage',
              body: {
                deviceId: '6f1c2d3e-4b5a-4c6d-8e7f-901234567890',
                days: ['chatgpt', 'claude'].map((tool) => ({
                  day: TODAY,
                  tool,
                  visits: 2,
                  engagedSeconds: 740,
                  promptsStarted: 4,
                  selfReported: false,
                  runs: { quote: 1 },
                })),
              },
            },
          }}
        />
      ),
    },
  ],
} satisfies GalleryArea;
