import {
  departmentLibrarySchema,
  newNoteSchema,
  newPromptSchema,
  newWorkflowSchema,
  noteActSchema,
  noteSchema,
  notesReplySchema,
  promptActReplySchema,
  promptActSchema,
  promptVersionsReplySchema,
  reviewedWorkflowSchema,
  sharedPromptSchema,
  sharedPromptsReplySchema,
  sharedWorkflowsReplySchema,
  sinceSchema,
  workflowActSchema,
} from '../../lib/contract/hub/sharing.ts';
import type { Hub } from '../hub.ts';
import { authorize } from '../services/authorize.ts';
import { actOnPrompt } from '../services/review-prompt.ts';
import { actOnNote, publishNote } from '../services/share-notes.ts';
import { actOnWorkflow, addWorkflow } from '../services/share-workflows.ts';
import {
  listNotes,
  listPrompts,
  listWorkflows,
  readLibrary,
  readVersions,
} from '../services/shared-lists.ts';
import { submitPrompt } from '../services/submit-prompt.ts';
import { createRouteTable, type Received, type RouteTable } from './route-table.ts';

/** What a department shares: workflows, prompts and their review, and what is new in the tools. */
export function sharingRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();
  workflowRoutes(hub, table);
  promptRoutes(hub, table);
  noteRoutes(hub, table);

  table.on(
    {
      method: 'get',
      path: '/departments/:id/library',
      summary:
        'All that a department shares and what waits for an answer; for its champions, owners and advisors.',
      reply: departmentLibrarySchema,
    },
    async ({ context }) => readLibrary(hub, advises(context)),
  );

  table.on(
    {
      method: 'get',
      path: '/departments/:id/prompts/:promptId/versions',
      summary: 'Every text of a prompt that was in use, newest first.',
      reply: promptVersionsReplySchema,
    },
    async ({ context }) => readVersions(hub, advises(context), context.req.param('promptId') ?? ''),
  );

  return table;
}

function workflowRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'get',
      path: '/workflows',
      summary: 'The registered workflows of one’s department that changed since a cursor.',
      query: sinceSchema,
      reply: sharedWorkflowsReplySchema,
    },
    async ({ query, context }) => listWorkflows(hub, reads(context), query.since),
  );

  table.on(
    {
      method: 'post',
      path: '/workflows',
      summary: 'Registers a workflow of a department one manages; proposes it to any other.',
      body: newWorkflowSchema,
      reply: reviewedWorkflowSchema,
      status: 201,
    },
    async ({ body, context }) => addWorkflow(hub, shares(context, body.departmentId), body),
  );

  table.on(
    {
      method: 'put',
      path: '/workflows/:id',
      summary:
        'Changes, accepts or retires a workflow; for those who manage its department. A proposer changes or withdraws their proposal.',
      body: workflowActSchema,
      status: 204,
    },
    async ({ body, context }) => {
      await actOnWorkflow(hub, context.get('caller'), { id: idOf(context), act: body });
    },
  );
}

function promptRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'get',
      path: '/prompts',
      summary:
        'The prompts of one’s department that changed since a cursor, with one’s own submissions.',
      query: sinceSchema,
      reply: sharedPromptsReplySchema,
    },
    async ({ query, context }) => listPrompts(hub, reads(context), query.since),
  );

  table.on(
    {
      method: 'post',
      path: '/prompts',
      summary: 'Submits a prompt to a department, or a better text for one that is in use.',
      body: newPromptSchema,
      reply: sharedPromptSchema,
      status: 201,
    },
    async ({ body, context }) => submitPrompt(hub, shares(context, body.departmentId), body),
  );

  table.on(
    {
      method: 'put',
      path: '/prompts/:id',
      summary:
        'Its author revises or withdraws it; those who manage its department approve, return, keep, retire or bring it back.',
      body: promptActSchema,
      reply: promptActReplySchema,
    },
    async ({ body, context }) => {
      const prompt = await actOnPrompt(hub, context.get('caller'), {
        id: idOf(context),
        act: body,
      });
      return prompt === undefined ? {} : { prompt };
    },
  );
}

function noteRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'get',
      path: '/notes',
      summary: 'What is new in the tools, for one’s department, changed since a cursor.',
      query: sinceSchema,
      reply: notesReplySchema,
    },
    async ({ query, context }) => listNotes(hub, reads(context), query.since),
  );

  table.on(
    {
      method: 'post',
      path: '/notes',
      summary:
        'Publishes what is new in a tool this month; for a department’s champions, owners and advisors.',
      body: newNoteSchema,
      reply: noteSchema,
      status: 201,
    },
    async ({ body, context }) => {
      const caller = context.get('caller');
      const departmentId = body.departmentId ?? caller.departmentId;
      return publishNote(hub, authorize(caller, { do: 'adviseDepartment', departmentId }), body);
    },
  );

  table.on(
    {
      method: 'put',
      path: '/notes/:id',
      summary: 'Changes a note, or takes it back.',
      body: noteActSchema,
      status: 204,
    },
    async ({ body, context }) => {
      await actOnNote(hub, context.get('caller'), { id: idOf(context), act: body });
    },
  );
}

type Context = Received<unknown, unknown>['context'];

function reads(context: Context) {
  const caller = context.get('caller');
  return authorize(caller, { do: 'shareWithDepartment', departmentId: caller.departmentId });
}

function shares(context: Context, departmentId: string | undefined) {
  const caller = context.get('caller');
  return authorize(caller, {
    do: 'shareWithDepartment',
    departmentId: departmentId ?? caller.departmentId,
  });
}

function advises(context: Context) {
  return authorize(context.get('caller'), { do: 'adviseDepartment', departmentId: idOf(context) });
}

function idOf(context: Context): string {
  return context.req.param('id') ?? '';
}
