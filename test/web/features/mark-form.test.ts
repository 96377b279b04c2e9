// What the marking form sends, refuses and says: its values, its checks, its words.
import { describe, expect, it } from 'vitest';
import { Statement, type Operator } from '../../../server/evidence/contract.ts';
import { en } from '../../../web/i18n/en.ts';
import { id } from '../../../web/i18n/id.ts';
import {
  byOperator,
  checkForm,
  emptyValues,
  localDay,
  withoutSignal,
  withTechnology,
} from '../../../web/features/evidence/form-values.ts';
import { statementLines } from '../../../web/features/evidence/statement-words.ts';

const today = '2026-11-22';
const filled = {
  values: withoutSignal(emptyValues(today), ['telkomsel', 'indosat']),
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
    const values = withTechnology(filled.values, 'indosat', '4g');
    expect(fieldsOf({ values })).toEqual({
      'statements.indosat.strength': id.problem.codes.strength_mismatch,
    });
  });
});

describe('answers', () => {
  it('keep the strength between signals and lose it without one', () => {
    const strong = {
      ...emptyValues(today),
      answers: { xl: { technology: '4g' as const, strength: 'strong' as const } },
    };
    expect(withTechnology(strong, 'xl', '3g').answers['xl']?.strength).toBe('strong');
    expect(withTechnology(strong, 'xl', 'none').answers['xl']?.strength).toBeNull();
    expect(withTechnology(strong, 'xl', null).answers).toEqual({});
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
    expect(statementLines(statements, operators, id.evidence)).toEqual([
      { operators: '', answer: 'semua operator tanpa sinyal' },
    ]);
  });

  it('gathers equal answers in the operators’ order', () => {
    const statements = ['indosat', 'telkomsel'].map((operatorId) =>
      Statement.parse({ operatorId, technology: '4g', strength: 'very_strong' }),
    );
    expect(statementLines(statements, operators, en.evidence)).toEqual([
      { operators: 'Telkomsel, Indosat', answer: '4G very strong' },
    ]);
    expect(statementLines([none('telkomsel')], operators, id.evidence)).toEqual([
      { operators: 'Telkomsel', answer: 'tidak ada sinyal' },
    ]);
  });
});
