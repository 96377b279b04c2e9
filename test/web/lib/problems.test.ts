// Every refusal has words in both languages, and issues and refusals find their field.
import { describe, expect, it } from 'vitest';
import { Account, NewAccount, SignIn } from '../../../server/auth/contract.ts';
import { ReportInput } from '../../../server/evidence/contract.ts';
import { areaProblems } from '../../../server/interchange/area-check.ts';
import { rasterProblems } from '../../../server/coverage/raster-files.ts';
import { cellProblemCodes } from '../../../server/interchange/cells.ts';
import { tableProblemCodes } from '../../../server/interchange/table.ts';
import { ApiProblem } from '../../../web/api/client.ts';
import { en } from '../../../web/i18n/en.ts';
import { id } from '../../../web/i18n/id.ts';
import {
  fieldText,
  issueFields,
  problemText,
  refusalFields,
  retryAfterS,
  storedVersion,
} from '../../../web/lib/problems.ts';

const codes = [
  ...tableProblemCodes,
  ...cellProblemCodes,
  ...rasterProblems,
  ...['terrain_missing', 'path_too_long'],
  ...['already_lifted', 'lifted_before_since', 'not_the_commitments_operator'],
  'commitment_elsewhere',
  ...['wrong_credentials', 'account_disabled', 'too_many_attempts', 'wrong_password'],
  ...['same_as_before', 'password_change_required', 'email_taken', 'required_for_role'],
  ...['last_admin', 'changed_meanwhile', 'file_not_found', 'region_unknown', 'no_village_here'],
  ...[
    'outside_your_regency',
    'undo_expired',
    'not_signed_in',
    'other_account',
    'not_allowed',
    'not_found',
  ],
  ...['invalid', 'required', 'wrong_type', 'too_short', 'too_long', 'too_small', 'too_big'],
  ...['wrong_format', 'unknown_value', 'position_swapped', 'position_outside_indonesia'],
  ...['strength_mismatch', 'operator_twice', 'operator_unknown', 'village_unknown'],
  ...['own_report', 'verdict_not_possible', 'duplicate_unknown', 'duplicate_itself'],
  ...['duplicate_elsewhere', 'duplicate_of_sample', 'duplicate_of_rejected'],
  ...['duplicate_circular', 'duplicate_of_duplicate'],
  ...['photo_format_refused', 'photo_unreadable', 'photo_too_many_pixels', 'photo_checksum_wrong'],
  ...['part_length_wrong', 'upload_interrupted', 'too_many_photos', 'too_many_unfinished_photos'],
  ...['locality_unknown', 'locality_elsewhere', 'locality_name_taken', 'locality_in_use'],
  ...['facility_unknown', 'facility_elsewhere', 'facility_name_taken', 'facility_in_use'],
  ...['connection_date_missing', 'connection_date_without_connection', 'area_or_bounds'],
  ...['people_empty', 'households_exceed_population'],
  ...['filing_accepted_before', 'filing_outdated', 'filing_decided', 'filing_line_refused'],
  ...['reasons_missing', 'line_unknown', 'line_not_slipped', 'other_operator_in_file'],
  ...['import_too_large', 'import_closed', 'import_not_ready', 'import_has_doubts'],
  ...['import_nothing_to_store', 'import_row_refused', 'too_many_open_imports'],
  ...['row_not_doubtful', 'column_twice', 'word_unknown', 'village_not_found'],
  ...['village_code_unknown', 'village_code_lost', 'village_code_unreadable'],
  ...['village_code_incomplete', 'regency_not_found', 'locality_not_found'],
  ...['locality_kind_missing', 'position_unreadable', 'position_incomplete', 'utm_zone_missing'],
  ...['statements_missing', 'technology_unknown', 'technology_missing', 'strength_unknown'],
  ...['strength_twice', 'no_signal_with_strength', 'nothing_to_bridge', 'row_contradicts'],
  ...areaProblems.filter((code) => code !== 'geometry_mended'),
  ...['import_kind_not_yours', 'import_without_areas', 'network_foreign', 'network_unknown'],
  ...['operator_not_found', 'foreign_operator', 'cell_technology_unknown', 'band_unknown'],
  ...['band_unclear', 'too_many_cells', 'site_position_differs', 'geometry_not_point'],
  ...['geometry_not_area', 'coverage_without_signal', 'technology_twice', 'filing_older'],
  ...['date_in_future', 'date_too_old', 'body_too_large', 'wrong_origin'],
  ...['wrong_value', 'unknown_field', 'office_name_taken', 'id_taken', 'malformed_json'],
  ...[
    'area_too_large',
    'precondition_required',
    'too_many_requests',
    'internal',
    'offline',
    'unreadable_answer',
  ],
];

const input = {
  villageCode: '13.01.01.2001',
  position: [100.567, -1.234],
  positionSource: 'map',
  accuracyM: null,
  observedOn: '2026-11-20',
  statements: [{ operatorId: 'telkomsel', technology: 'none', strength: null }],
  note: '',
};

function issuesOf(change: object) {
  const result = ReportInput.safeParse({ ...input, ...change }, { reportInput: true });
  return result.success ? {} : issueFields(result.error, id.problem);
}

describe.each([
  ['id', id],
  ['en', en],
])('words in %s', (_, messages) => {
  it.each(codes)('has a text for %s', (code) => {
    const text = problemText(new ApiProblem(422, code, [], null), messages.problem);
    expect(text).not.toBe(messages.problem.unknown(code));
    expect(text.length).toBeGreaterThan(5);
    expect(fieldText('anything', code, messages.problem)).toBe(text);
  });

  it('names a code it does not know, and never shows an exception', () => {
    expect(problemText(new ApiProblem(418, 'teapot', [], null), messages.problem)).toContain(
      'teapot',
    );
    expect(problemText(new TypeError('x is undefined'), messages.problem)).toBe(
      messages.problem.codes.internal,
    );
  });
});

describe('issues of the contract', () => {
  it.each([
    [{ villageCode: undefined }, 'villageCode', 'Pilih desanya dulu.'],
    [{ position: [-1.234, 100.567] }, 'position', id.problem.codes.position_swapped],
    [{ position: [2.35, 48.85] }, 'position', id.problem.codes.position_outside_indonesia],
    [{ statements: [] }, 'statements', 'Isi paling sedikit satu operator.'],
    [{ observedOn: '' }, 'observedOn', 'Isi tanggalnya.'],
    [{ note: 'a'.repeat(2001) }, 'note', 'Catatan paling panjang 2.000 huruf.'],
    [
      { statements: [{ operatorId: 'x', technology: '4g', strength: null }] },
      'statements.0.strength',
      id.problem.codes.strength_mismatch,
    ],
  ])('%j is told at its field', (change, field, text) => {
    expect(issuesOf(change)).toEqual({ [field]: text });
  });

  it('tells an empty field from a badly written one', () => {
    const tell = (email: string) => {
      const result = SignIn.safeParse({ email, password: 'x' }, { reportInput: true });
      return result.success ? '' : issueFields(result.error, id.problem)['email'];
    };
    expect(tell('')).toBe('Isi alamat e-mail.');
    expect(tell('budi')).toContain('nama@instansi.go.id');
    const account = NewAccount.safeParse({ name: ' ' }, { reportInput: true });
    expect(account.success ? {} : issueFields(account.error, id.problem)).toMatchObject({
      name: 'Isi nama lengkap.',
    });
  });
});

describe('refusals of the server', () => {
  it('puts each error at its field', () => {
    const problem = new ApiProblem(
      422,
      'invalid',
      [
        { field: 'office.regencyCode', code: 'required_for_role' },
        { field: 'email', code: 'email_taken' },
      ],
      null,
    );
    expect(refusalFields(problem, id.problem)).toEqual({
      'office.regencyCode': 'Pilih kabupaten/kota tempat ia bertugas.',
      email: id.problem.codes.email_taken,
    });
    expect(refusalFields(new TypeError('x'), id.problem)).toEqual({});
  });

  it('reads how long to wait', () => {
    expect(retryAfterS(new ApiProblem(429, 'too_many_attempts', [], { retryAfterS: 41.2 }))).toBe(
      42,
    );
    expect(retryAfterS(new ApiProblem(429, 'too_many_attempts', [], null))).toBe(0);
  });

  it('takes the stored version out of a 412, and only a whole one', () => {
    const account = {
      id: 'a1',
      name: 'Sari',
      email: 'sari@example.id',
      role: 'staff',
      office: { id: 1, name: 'Diskominfo', regencyCode: null, operatorId: null },
      mustChangePassword: false,
      disabledAt: null,
      lastSignInAt: null,
      createdAt: '2026-11-01T00:00:00Z',
      version: 3,
    };
    const refusal = (current: unknown) => new ApiProblem(412, 'changed_meanwhile', [], { current });
    expect(storedVersion(refusal(account), Account)?.version).toBe(3);
    expect(storedVersion(refusal({ id: 'a1' }), Account)).toBeNull();
    expect(
      storedVersion(new ApiProblem(409, 'last_admin', [], { current: account }), Account),
    ).toBeNull();
  });
});
