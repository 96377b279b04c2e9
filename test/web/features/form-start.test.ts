// What a form begins with: what waits on the device, what was typed and never saved, what is stored.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReportInput, type Report } from '../../../server/evidence/contract.ts';
import { keepDraft, listDrafts } from '../../../web/api/drafts.ts';
import type { OutboxItem, OutboxPhoto } from '../../../web/api/outbox/types.ts';
import { photosKey } from '../../../web/features/evidence/draft.ts';
import { createDraftWriter } from '../../../web/features/evidence/draft-writer.ts';
import { findStart } from '../../../web/features/evidence/form-start.ts';
import { emptyValues } from '../../../web/features/evidence/form-values.ts';
import { reportInput } from '../../helpers/report.ts';

let accountId: string;
const tab = new Map<string, string>();

beforeEach(() => {
  accountId = crypto.randomUUID();
  tab.clear();
  vi.stubGlobal('navigator', {});
  // The tab's own storage, whose keys are its properties.
  vi.stubGlobal(
    'sessionStorage',
    new Proxy(
      {
        getItem: (key: string) => tab.get(key) ?? null,
        removeItem: (key: string) => void tab.delete(key),
      },
      {
        ownKeys: () => [...tab.keys()],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    ),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const village = '13.01.01.2001';
const nothing = { localityId: null, facilityId: null };
const emptyOutbox = { find: async () => null };
const asked = (over: Partial<Parameters<typeof findStart>[0]> = {}) => ({
  accountId,
  outbox: emptyOutbox,
  report: null,
  itemId: null,
  villageCode: village,
  about: nothing,
  ...over,
});

const draftOf = (id: string, note: string, over: object = {}) => ({
  id,
  version: null,
  villageCode: village,
  villageName: 'Nagari Inderapura',
  point: null,
  typedPoint: '',
  values: { ...emptyValues('2026-11-22'), note },
  ...over,
});

const keep = (draft: { id: string }, savedAt = 1) =>
  keepDraft({ accountId, id: draft.id, savedAt, content: draft });

const photo = {
  id: '00000000-0000-4000-8000-000000000009',
  kind: 'photo' as const,
  operatorId: null,
  sha256: 'b'.repeat(64),
  blob: new Blob(['x']),
  exifDistanceM: null,
};

/** An outbox that holds one item. */
function outboxWith(over: Partial<OutboxItem>) {
  const item = {
    id: crypto.randomUUID(),
    accountId,
    input: ReportInput.parse(reportInput({ note: 'menunggu' })),
    version: null,
    state: 'waiting',
    refusal: null,
    current: null,
    ...over,
  } as OutboxItem;
  const photos = [{ ...photo, refusal: null }] as OutboxPhoto[];
  return {
    item,
    outbox: { find: async ({ id }: { id: string }) => (id === item.id ? { item, photos } : null) },
  };
}

describe('a new report', () => {
  it('begins empty, about the locality it was opened from', async () => {
    const localityId = crypto.randomUUID();
    const start = await findStart(asked({ about: { localityId, facilityId: null } }));
    expect(start).toMatchObject({ version: null, isDraft: false, isWaiting: false, offer: null });
    expect(start.values.localityId).toBe(localityId);
  });

  it('goes on with the latest draft of this village, photos included', async () => {
    const [old, latest] = [crypto.randomUUID(), crypto.randomUUID()];
    await keep(draftOf(old, 'lama'), 1);
    await keep(draftOf(latest, 'baru'), 2);
    const kept = { ...photo, cameraPosition: [100.1, -1.9], refusalCode: null };
    await keepDraft({
      accountId,
      id: photosKey(latest),
      savedAt: 3,
      content: { photos: [kept] },
    });
    const start = await findStart(asked());
    expect(start).toMatchObject({ id: latest, isDraft: true, values: { note: 'baru' } });
    expect(start.photos).toMatchObject([{ id: photo.id, cameraPosition: [100.1, -1.9] }]);
  });

  it.each([
    ['another village', { villageCode: '13.01.01.2002' }, nothing],
    ['another locality', {}, { localityId: crypto.randomUUID(), facilityId: null }],
  ])('offers a draft of %s instead of taking it', async (_name, over, about) => {
    const draft = draftOf(crypto.randomUUID(), 'di tempat lain', over);
    await keep(draft);
    const start = await findStart(asked({ about }));
    expect(start.isDraft).toBe(false);
    expect(start.values.note).toBe('');
    expect(start.offer?.id).toBe(draft.id);
  });

  it('leaves a draft alone that is open in another tab', async () => {
    const draft = draftOf(crypto.randomUUID(), 'di tab lain');
    await keep(draft);
    const query = async () => ({ held: [{ name: `jangkau-draft-${draft.id}` }] });
    vi.stubGlobal('navigator', { locks: { query } });
    expect(await findStart(asked())).toMatchObject({ isDraft: false, offer: null });
  });

  it('never takes the draft of another account, nor one that is none', async () => {
    const id = crypto.randomUUID();
    await keepDraft({ accountId: 'budi', id, savedAt: 1, content: draftOf(id, 'punya Budi') });
    await keepDraft({ accountId, id: 'rusak', savedAt: 2, content: { id: 'rusak' } });
    expect(await findStart(asked())).toMatchObject({ isDraft: false, offer: null });
  });

  it('brings over, once, a draft of before drafts lay on the device', async () => {
    const id = crypto.randomUUID();
    const { observedOn, answers } = emptyValues('2026-11-22');
    const earlier = { ...draftOf(id, ''), values: { observedOn, note: 'dari dulu', answers } };
    tab.set(`jangkau.draft.${accountId}.${id}`, JSON.stringify({ ...earlier, savedAt: 1 }));
    expect(await findStart(asked())).toMatchObject({ id, values: { note: 'dari dulu' } });
    expect([...tab.keys()]).toEqual([]);
    expect((await listDrafts(accountId)).map((draft) => draft.id)).toEqual([id]);
  });

  it('begins even where the device keeps nothing', async () => {
    vi.stubGlobal('indexedDB', undefined);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await findStart(asked())).toMatchObject({ isDraft: false, version: null });
  });
});

describe('a report that waits on the device', () => {
  it('is opened with its words, its photos and why it was refused', async () => {
    const refusal = { code: 'invalid', errors: [{ field: 'note', code: 'too_long' }] };
    const { item, outbox } = outboxWith({ state: 'refused', refusal });
    const start = await findStart(asked({ outbox, itemId: item.id }));
    expect(start).toMatchObject({
      id: item.id,
      isWaiting: true,
      refusal,
      villageCode: village,
      values: { note: 'menunggu' },
      photos: [{ id: photo.id }],
    });
  });

  it('is opened with what was typed on since, and keeps its photos', async () => {
    const { item, outbox } = outboxWith({});
    await keep(draftOf(item.id, 'diketik lagi'));
    for (const itemId of [item.id, null])
      expect(await findStart(asked({ outbox, itemId }))).toMatchObject({
        id: item.id,
        isWaiting: true,
        values: { note: 'diketik lagi' },
        photos: [{ id: photo.id }],
      });
  });

  it('in conflict is opened on the choice', async () => {
    const current = { id: 'x', note: 'kantor' } as Report;
    const { item, outbox } = outboxWith({ state: 'conflict', current });
    expect((await findStart(asked({ outbox, itemId: item.id }))).conflict).toBe(current);
  });

  it('that has arrived meanwhile is a new form', async () => {
    const { item, outbox } = outboxWith({ state: 'received' });
    expect((await findStart(asked({ outbox, itemId: item.id }))).isWaiting).toBe(false);
  });
});

describe('drafts are written', () => {
  it('one after the other: the last words stand, and a dropped one stays dropped', async () => {
    const writer = createDraftWriter(accountId);
    const [kept, dropped] = [crypto.randomUUID(), crypto.randomUUID()];
    const all = Array.from({ length: 20 }, (_, n) => writer.keep(kept, { n }));
    void writer.keep(dropped, { n: 1 });
    await Promise.all([...all, writer.drop(dropped)]);
    expect(await listDrafts(accountId)).toMatchObject([{ id: kept, content: { n: 19 } }]);
  });
});
