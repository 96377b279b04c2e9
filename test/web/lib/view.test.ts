// The address of the map screen: what is written is read back, what is malformed is dropped.
import { describe, expect, test } from 'vitest';
import {
  formatHidden,
  formatSearchText,
  formatShow,
  formatView,
  parseHidden,
  parseMapSearch,
  parseSearchText,
  parseShow,
  parseStatusView,
  parseView,
} from '../../../web/lib/view.ts';

describe('a view', () => {
  test('is written short and read back', () => {
    const view = { lat: -0.949243210001, lng: 100.354271234, zoom: 9.2512 };
    expect(formatView(view)).toBe('-0.94924,100.35427,9.25');
    expect(parseView(formatView(view))).toEqual({ lat: -0.94924, lng: 100.35427, zoom: 9.25 });
  });

  test.each(['', '1,2', '1,2,3,4', 'a,b,c', '95,100,5', '0,200,5', '0,100,-1', '0,100,30', '0,,5'])(
    '%j is none',
    (text) => expect(parseView(text)).toBeNull(),
  );

  test('is absent when nothing stands there', () => expect(parseView(undefined)).toBeNull());
});

describe('hidden statuses', () => {
  test('are kept in the order of the contract, without strangers', () => {
    const hidden = parseHidden('unknown,served,zebra,2g_only', 'status');
    expect([...hidden]).toEqual(['served', '2g_only', 'unknown']);
    expect(formatHidden(hidden, 'status')).toBe('served,2g_only,unknown');
  });

  test('none leave the address empty', () =>
    expect(formatHidden(new Set(), 'status')).toBeUndefined());
});

describe('points on the map', () => {
  test.each([
    [undefined, ['localities'], undefined],
    ['localities', ['localities'], undefined],
    ['facilities,localities,zebra', ['localities', 'facilities'], 'localities,facilities'],
    ['facilities', ['facilities'], 'facilities'],
    ['none', [], 'none'],
  ])('%s', (text, shown, written) => {
    expect([...parseShow(text)]).toEqual(shown);
    expect(formatShow(parseShow(text))).toBe(written);
  });

  test('and what is open inside a village are kept, ids only', () => {
    const id = '7c1f3a52-6f0e-4d9b-8a34-0f6f3b1c2d4e';
    const search = { show: 'facilities', locality: id, facility: '<script>' };
    expect(parseMapSearch(search)).toEqual({ show: 'facilities', locality: id });
  });
});

describe('the address', () => {
  test('goes there and back, a code staying text', () => {
    const search = parseMapSearch({ at: '-1,100.5,8', place: '13.10', hide: 'weak', list: '1' });
    const text = formatSearchText(search);
    expect(text).toBe('?at=-1,100.5,8&place=13.10&hide=weak&list=1');
    expect(parseMapSearch(parseSearchText(text))).toEqual(search);
  });

  test('keeps what the map tells, with the categories of its lens', () => {
    const text = '?hide=fresh&op=telkomsel&tech=4g&lens=age';
    const search = parseMapSearch(parseSearchText(text));
    expect(search).toEqual({ hide: 'fresh', op: 'telkomsel', tech: '4g', lens: 'age' });
    expect(parseStatusView(search)).toEqual({ operator: 'telkomsel', technology: '4g' });
    expect(parseMapSearch({ hide: 'served', lens: 'age', op: 'all', tech: '6g' })).toEqual({
      lens: 'age',
    });
  });

  test('loses what is malformed', () => {
    const search = { at: 'x', place: '13.1', hide: 'zebra', list: 'yes', mark: '0', other: '1' };
    expect(parseMapSearch(search)).toEqual({});
  });

  test('escapes what would end a value', () => {
    const text = formatSearchText({ kembali: '/?place=13&list=1' });
    expect(text).toBe('?kembali=/%3Fplace%3D13%26list%3D1');
    expect(parseSearchText(text)).toEqual({ kembali: '/?place=13&list=1' });
  });
});
