// The words for signal as PODES, the form and offices write them; and ids made of content.
import { expect, it, test } from 'vitest';
import { assert, jsonValue, property } from 'fast-check';
import { contentId } from '../../../server/interchange/content-id.ts';
import { readStatement, type SignalReading } from '../../../server/interchange/signal-words.ts';

function shown(reading: SignalReading): string {
  if (reading.kind === 'empty') return 'empty';
  if (reading.kind === 'refused') return `${reading.at}: ${reading.code}`;
  const { technology, strength, isOutage } = reading;
  return [technology, strength ?? '-', ...(isOutage ? ['outage'] : [])].join(' ');
}

it.each([
  ['4G/LTE', 'Sinyal kuat', '4g strong'],
  ['4G / LTE', 'sinyal sangat kuat', '4g very_strong'],
  ['5G/4G/LTE', 'kuat', '4g strong'],
  ['3G/H/H+/EVDO', 'lemah', '3g weak'],
  ['2,5G/E/GPRS', 'lemah', '2g weak'],
  ['LTE', '', '4g -'],
  ['4G kuat', '', '4g strong'],
  ['4G (lemah)', '', '4g weak'],
  ['4g k', '', '4g strong'],
  ['2G sk', '', '2g very_strong'],
  ['4G kuat', 'lemah', 'strength: strength_twice'],
  ['4G kuat', 'kuat', '4g strong'],
  ['Tidak ada sinyal', '', 'none -'],
  ['Tidak ada sinyal internet', '', 'none -'],
  ['', 'Tidak ada', 'none -'],
  ['tidak ada', 'tidak ada', 'none -'],
  ['tidak ada', '-', 'none -'],
  ['No signal', '', 'none -'],
  ['TIDAK ADA', 'kuat', 'strength: no_signal_with_strength'],
  ['4G', 'tidak ada', 'strength: no_signal_with_strength'],
  ['gangguan', '', 'none - outage'],
  ['', 'kuat', 'technology: technology_missing'],
  ['wifi', '', 'technology: technology_unknown'],
  ['4G/wifi', '', 'technology: technology_unknown'],
  ['4G', 'lumayan', 'strength: strength_unknown'],
  ['', '', 'empty'],
  ['', '-', 'empty'],
  ['=4G', '', 'technology: technology_unknown'],
])('%j and %j are %s', (technology, strength, expected) => {
  expect(shown(readStatement(technology, strength, true))).toBe(expected);
});

it('takes a dash for "none" on the form and for a gap in official tables', () => {
  expect(shown(readStatement('-', '', true))).toBe('none -');
  expect(shown(readStatement('-', '', false))).toBe('empty');
  expect(shown(readStatement('-', 'kuat', false))).toBe('technology: technology_missing');
});

test('an id rests on what is said, not on the order in which it stands', () => {
  expect(contentId('a', { x: 1, y: [2, null] })).toBe(contentId('a', { y: [2, null], x: 1 }));
  expect(contentId('a', { x: 1 })).not.toBe(contentId('b', { x: 1 }));
  expect(contentId('a', { x: ['a', 'b'] })).not.toBe(contentId('a', { x: ['b', 'a'] }));
  assert(
    property(jsonValue(), (value) => {
      expect(contentId('any', value)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }),
  );
});
