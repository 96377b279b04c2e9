// The settings' fields: what is written is read back, what is typed wrong is told at its field.
import { expect, test } from 'vitest';
import { StatusSettings } from '../../../server/status/contract.ts';
import { defaultSettings } from '../../../server/status/rules.ts';
import { readDraft, writeDraft } from '../../../web/features/admin/status-settings-draft.ts';

test('the fields go there and back', () =>
  expect(readDraft(writeDraft(defaultSettings))).toEqual(defaultSettings));

test.each([
  ['rsrpFairDbm', '−104,5', -104.5],
  ['evidenceAgeMonths', ' 18 ', 18],
])('%s typed as %j', (key, text, value) =>
  expect(readDraft({ ...writeDraft(defaultSettings), [key]: text })).toMatchObject({
    [key]: value,
  }),
);

test.each([
  ['evidenceAgeMonths', 'setahun'],
  ['evidenceAgeMonths', ''],
  ['minimum.blankspot.reports', '0'],
  ['minimum.served.measurements', '1,5'],
  ['rsrpGoodDbm', '-12'],
])('%s typed as %j is refused at its field', (key, text) => {
  const parsed = StatusSettings.safeParse(
    readDraft({ ...writeDraft(defaultSettings), [key]: text }),
  );
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([key]);
});
