// What the marking form sends, refuses and says: its values, its checks, its words.
import { describe, expect, it } from 'vitest';
import { Statement, type Operator } from '../../../server/evidence/contract.ts';
import { en } from '../../../web/i18n/en.ts';
import { id } from '../../../web/i18n/id.ts';
import {
  answersOf,
  statementsOf,
  withoutSignal,
  withTechnology,
  type Answer,
} from '../../../web/features/evidence/answers.ts';
import { byOperator, checkForm } from '../../../web/features/evidence/check-form.ts';
import {
  emptyValues,
  inOtherVillage,
  localDay,
  valuesOf,
  type FormValues,
} from '../../../web/features/evidence/form-values.ts';
import { statementLines } from '../../../web/features/evidence/statement-words.ts';

const today = '2026-11-22';
const filled = {
  values: { ...emptyValues(today), answers: withoutSignal({}, ['telkomsel', 'indosat']) },
  villageCode: '13.01.06.2016',
  point: {
    position: [100.5670001234, -1.2340004321] as [number, number],
    source: 'map' as const,
    accuracyM: null,
  },
  typedPoint: '-1.23400, 100.56700',
};

function fieldsOf(change: Partial<typeof filled> | object): Record<string, string> {
  const checked = checkForm({ ...filled, ...change }, today, id);
  return 'fields' in checked ? checked.fields : {};
}

describe('checkForm', () => {
  it('sends what was filled in, with positions to a tenth of a metre', () => {
    expect(checkForm(filled, today, id)).toMatchObject({
      input: {
        villageCode: '13.01.06.2016',
        position: [100.567, -1.234],
        positionSource: 'map',
        accuracyM: null,
        observedOn: today,
        statements: [
          { operatorId: 'telkomsel', technology: 'none', strength: null },
          { operatorId: 'indosat', technology: 'none', strength: null },
        ],
        note: '',
      },
    });
  });

  it('takes a report without a point', () => {
    expect(fieldsOf({ point: null, typedPoint: '' })).toEqual({});
  });

  it('never drops coordinates it could not read', () => {
    expect(fieldsOf({ point: null, typedPoint: 'dekat masjid' })).toEqual({
      position: id.evidence.form.unreadable,
    });
    expect(fieldsOf({ point: null, typedPoint: '100.567, -1.234' })).toEqual({
      position: id.evidence.form.swapped,
    });
  });

  it('asks for the village, an operator and a day that has come', () => {
    expect(fieldsOf({ villageCode: null, values: emptyValues('2026-11-23') })).toEqual({
      villageCode: 'Pilih desanya dulu.',
      statements: 'Isi paling sedikit satu operator.',
      observedOn: id.problem.codes.date_in_future,
    });
  });

  it('asks for the strength at the operator that has a signal', () => {
    const values = {
      ...filled.values,
      answers: withTechnology(filled.values.answers, 'indosat', '4g'),
    };
    expect(fieldsOf({ values })).toEqual({
      'statements.indosat.strength': id.problem.codes.strength_mismatch,
    });
  });

  const measured = (change: Partial<Answer>): FormValues => ({
    ...filled.values,
    answers: {
      telkomsel: {
        technology: '4g',
        strength: 'strong',
        isOutage: false,
        rsrp: '',
        download: '',
        upload: '',
        ...change,
      },
    },
  });
  const { fields } = id.problem;
  const wrongFigures: [string, Partial<Answer>, string, string][] = [
    ['a lost minus', { rsrp: '98' }, 'rsrpDbm', fields['statements.*.rsrpDbm.too_big']],
    ['too weak', { rsrp: '-141' }, 'rsrpDbm', fields['statements.*.rsrpDbm.too_small']],
    ['a word', { rsrp: 'lemah' }, 'rsrpDbm', fields['statements.*.rsrpDbm.wrong_type']],
    ['a word', { upload: 'cepat' }, 'uploadMbps', fields['statements.*.uploadMbps.wrong_type']],
    [
      'below zero',
      { download: '-1' },
      'downloadMbps',
      fields['statements.*.downloadMbps.too_small'],
    ],
    [
      'too fast',
      { download: '10001' },
      'downloadMbps',
      fields['statements.*.downloadMbps.too_big'],
    ],
  ];
  it.each(wrongFigures)('refuses %s in words: %j', (_name, change, field, text) => {
    expect(fieldsOf({ values: measured(change) })).toEqual({
      [`statements.telkomsel.${field}`]: text,
    });
  });

  it('reads a thin minus and decimal commas', () => {
    const values = measured({ rsrp: '−98,5', download: '12,5', upload: '3' });
    expect(checkForm({ ...filled, values }, today, id)).toMatchObject({
      input: { statements: [{ rsrpDbm: -98.5, downloadMbps: 12.5, uploadMbps: 3 }] },
    });
  });

  it('wants a point of at most 50 m for a measurement, and two offices for a joint one', () => {
    const rough = { ...filled.point, source: 'device' as const, accuracyM: 51 };
    const measurement = { ...filled.values, kind: 'measurement' as const };
    const codes = id.problem.codes;
    expect(fieldsOf({ values: measurement, point: rough })).toEqual({
      accuracyM: codes.measurement_too_imprecise,
    });
    expect(fieldsOf({ values: measurement, point: null, typedPoint: '' })).toEqual({
      position: codes.measurement_without_position,
    });
    const joint = {
      ...filled.values,
      kind: 'joint_measurement' as const,
      participants: ['Telkomsel'],
    };
    expect(fieldsOf({ values: joint })).toEqual({ participants: codes.participants_missing });
  });

  it('sends only what belongs to the kind, and a connection only with its facility', () => {
    const values: FormValues = {
      ...filled.values,
      participants: ['Telkomsel', 'Kominfo'],
      connection: 'satellite',
    };
    expect(checkForm({ ...filled, values }, today, id)).toMatchObject({
      input: { participants: [], connection: null },
    });
  });
});

describe('values', () => {
  it('come back from the report they became', () => {
    const values: FormValues = {
      ...filled.values,
      kind: 'joint_measurement',
      localityName: 'Koto Tuo',
      environment: 'indoor',
      availability: 'night_only',
      participants: ['Telkomsel', 'Kominfo'],
      note: 'ada',
      answers: {
        ...filled.values.answers,
        xlsmart: {
          technology: '5g',
          strength: 'weak',
          isOutage: false,
          rsrp: '-98,5',
          download: '12,5',
          upload: '',
        },
      },
    };
    const checked = checkForm({ ...filled, values }, today, id);
    expect('input' in checked && valuesOf(checked.input)).toEqual(values);
  });

  it('lose what belongs to a village when it becomes another, and keep a written name', () => {
    const values = { ...filled.values, localityId: 'x', facilityId: 'y', localityName: 'Koto' };
    expect(inOtherVillage({ ...values, connection: 'none' })).toEqual({
      ...values,
      localityId: null,
      facilityId: null,
      connection: null,
    });
  });
});

describe('answers', () => {
  const said = {
    strength: 'strong' as const,
    isOutage: false,
    rsrp: '-98',
    download: '12',
    upload: '3',
  };
  const before = { xl: { ...said, technology: '4g' as const } };

  it.each([
    ['5g', { ...said, technology: '5g' }],
    ['3g', { ...said, technology: '3g', rsrp: '' }],
    [
      'none',
      { technology: 'none', strength: null, isOutage: false, rsrp: '', download: '', upload: '' },
    ],
  ] as const)('keep what still fits when 4g becomes %s', (technology, expected) => {
    expect(withTechnology(before, 'xl', technology)).toEqual({ xl: expected });
  });

  it('are gone with "don’t know", and an outage stays only without a signal', () => {
    expect(withTechnology(before, 'xl', null)).toEqual({});
    const down = { xl: { ...withoutSignal({}, ['xl'])['xl']!, isOutage: true } };
    expect(withoutSignal(down, ['xl'])['xl']?.isOutage).toBe(true);
    expect(withTechnology(down, 'xl', '2g')['xl']?.isOutage).toBe(false);
  });

  it('and statements are two forms of one thing', () => {
    const statements = [
      Statement.parse({
        operatorId: 'xl',
        technology: '4g',
        strength: 'weak',
        rsrpDbm: -110.5,
        uploadMbps: 0.2,
      }),
      Statement.parse({ operatorId: 'im3', technology: 'none', strength: null, isOutage: true }),
    ];
    expect(statementsOf(answersOf(statements))).toEqual(statements);
  });

  it('find their field again when the server counts', () => {
    expect(byOperator({ 'statements.1.operatorId': 'x', note: 'y' }, ['a', 'b'])).toEqual({
      'statements.b.operatorId': 'x',
      note: 'y',
    });
  });

  it('are of the day of this device', () => {
    expect(localDay(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05');
  });
});

describe('statementLines', () => {
  const operators: Operator[] = [
    { id: 'telkomsel', name: 'Telkomsel', isMobile: true },
    { id: 'indosat', name: 'Indosat Ooredoo Hutchison', isMobile: true },
  ];
  const none = (operatorId: string): Statement =>
    Statement.parse({ operatorId, technology: 'none', strength: null });

  it('says at once that no operator has a signal', () => {
    const statements = [none('indosat'), none('telkomsel')];
    expect(statementLines(statements, operators, id, 'id')).toEqual([
      { operators: '', answer: 'semua operator tanpa sinyal' },
    ]);
  });

  it('gathers equal answers in the operators’ order', () => {
    const statements = ['indosat', 'telkomsel'].map((operatorId) =>
      Statement.parse({ operatorId, technology: '4g', strength: 'very_strong' }),
    );
    expect(statementLines(statements, operators, en, 'en')).toEqual([
      { operators: 'Telkomsel, Indosat', answer: '4G very strong' },
    ]);
    expect(statementLines([none('telkomsel')], operators, id, 'id')).toEqual([
      { operators: 'Telkomsel', answer: 'tidak ada sinyal' },
    ]);
  });

  it('says what an instrument said, with the figures of the language', () => {
    const measured = Statement.parse({
      operatorId: 'telkomsel',
      technology: '4g',
      strength: 'weak',
      rsrpDbm: -112.5,
      downloadMbps: 1.5,
    });
    const down = Statement.parse({ ...none('indosat'), isOutage: true });
    expect(statementLines([measured, down], operators, id, 'id')).toEqual([
      { operators: 'Telkomsel', answer: '4G lemah, −112,5 dBm, 1,5/– Mbps' },
      {
        operators: 'Indosat',
        answer: 'tidak ada sinyal, sedang gangguan',
      },
    ]);
  });
});
