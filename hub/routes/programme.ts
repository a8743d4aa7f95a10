import {
  appointmentSchema,
  attachmentReplySchema,
  companyGoalSchema,
  goalReplySchema,
  programmeReplySchema,
  programmeStartSchema,
  spreadReplySchema,
  spreadSchema,
  workflowAgreementSchema,
} from '../../lib/contract/hub/programme.ts';
import type { Hub } from '../hub.ts';
import { readAttachment } from '../services/attachment.ts';
import { authorize } from '../services/authorize.ts';
import { agreeOnWorkflow } from '../services/board-workflows.ts';
import { readGoal, setGoal } from '../services/company-goal.ts';
import { appointChampion, readProgramme, startProgramme } from '../services/programme.ts';
import { spreadWorkflow } from '../services/spread-workflow.ts';
import { createRouteTable, type Received, type RouteTable } from './route-table.ts';

/** The goal, the programmes and the attachment boards. */
export function programmeRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();
  goalRoutes(hub, table);
  departmentRoutes(hub, table);
  workflowRoutes(hub, table);
  return table;
}

function goalRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'get',
      path: '/goal',
      summary: 'What the company wants it for: one number, a date and who carries it.',
      reply: goalReplySchema,
    },
    async ({ context }) => readGoal(hub, context.get('caller')),
  );

  table.on(
    {
      method: 'put',
      path: '/goal',
      summary: 'Sets the goal; for owners.',
      body: companyGoalSchema,
      reply: goalReplySchema,
    },
    async ({ body, context }) =>
      setGoal(hub, authorize(context.get('caller'), { do: 'manageOrganisation' }), body),
  );
}

function departmentRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'get',
      path: '/departments/:id/programme',
      summary:
        'Where a department’s programme stands: its weeks, what is expected, exit and standstill.',
      reply: programmeReplySchema,
    },
    async ({ context }) => readProgramme(hub, advises(context)),
  );

  table.on(
    {
      method: 'put',
      path: '/departments/:id/programme',
      summary: 'Begins a department’s programme, or moves its beginning.',
      body: programmeStartSchema,
      reply: programmeReplySchema,
    },
    async ({ body, context }) => {
      const proof = authorize(context.get('caller'), {
        do: 'manageDepartment',
        departmentId: idOf(context),
      });
      return startProgramme(hub, proof, body.startedOn);
    },
  );

  table.on(
    {
      method: 'put',
      path: '/departments/:id/appointment',
      summary:
        'Appoints the champion of a department’s programme, once there is a goal and a workflow; for owners.',
      body: appointmentSchema,
      status: 204,
    },
    async ({ body, context }) => {
      const proof = authorize(context.get('caller'), { do: 'manageOrganisation' });
      await appointChampion(hub, proof, { departmentId: idOf(context), memberId: body.memberId });
    },
  );

  table.on(
    {
      method: 'get',
      path: '/departments/:id/attachment',
      summary:
        'How firmly a department’s workflows are attached, what was agreed, and the one to push this week.',
      reply: attachmentReplySchema,
    },
    async ({ context }) => readAttachment(hub, advises(context)),
  );
}

function workflowRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'put',
      path: '/workflows/:id/agreement',
      summary: 'Keeps what was agreed about a workflow, its next step and day.',
      body: workflowAgreementSchema,
      status: 204,
    },
    async ({ body, context }) => {
      await agreeOnWorkflow(hub, context.get('caller'), { id: idOf(context), agreement: body });
    },
  );

  table.on(
    {
      method: 'post',
      path: '/workflows/:id/spread',
      summary: 'Proposes a workflow of a department one manages to another department.',
      body: spreadSchema,
      reply: spreadReplySchema,
      status: 201,
    },
    async ({ body, context }) =>
      spreadWorkflow(hub, context.get('caller'), { id: idOf(context), ...body }),
  );
}

type Context = Received<unknown, unknown>['context'];

function advises(context: Context) {
  return authorize(context.get('caller'), { do: 'adviseDepartment', departmentId: idOf(context) });
}

function idOf(context: Context): string {
  return context.req.param('id') ?? '';
}
