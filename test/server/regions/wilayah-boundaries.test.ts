import { describe, expect, test } from 'vitest';
import { BoundaryFileError } from '../../../server/regions/boundary-file.ts';
import { readWilayahBoundaries } from '../../../server/regions/wilayah-boundaries.ts';

const read = (text: string) => [...readWilayahBoundaries(text, 'made-up.sql')];
const head = 'INSERT INTO wilayah_boundaries(kode,nama,lat,lng,path) VALUES';
const triangle = '[[[-1,100],[-1,101],[0,100],[-1,100]]]';

describe('readWilayahBoundaries', () => {
  test('reads rows of several statements past comments and other statements', () => {
    const rows = read(`/* it's a header; INSERT INTO wilayah_boundaries */
      -- don't read me
      DELETE FROM wilayah_boundaries WHERE kode LIKE '13.01.%';
      INSERT INTO other(kode) VALUES ('99');
      ${head}
        ('13.01.01.2001','Inderapura',-2.07,100.97,'${triangle}'),
        ('13.01.01.2002','Muaro',-2.05,100.91,'[${triangle}]');
      ${head} ('13.01.01.2003','Tigo',NULL,NULL,NULL);`);
    expect(rows.map(({ row, code }) => [row, code])).toEqual([
      [1, '13.01.01.2001'],
      [2, '13.01.01.2002'],
      [3, '13.01.01.2003'],
    ]);
    expect(rows[0]).toMatchObject({ coordinates: JSON.parse(triangle), axes: 'latlng' });
    expect(rows[1]?.coordinates).toEqual([JSON.parse(triangle)]);
    expect(rows[2]?.coordinates).toEqual([]);
  });

  test.each([
    ["doubled quotes: Ma''u", "'Ma''u'"],
    ["backslash: Ma\\'u", "'Ma\\'u'"],
    ['a backslash at the end', "'Ma\\\\'"],
    ['signs inside: ),(', "'),('"],
    ['double quotes', '"Ma\'u"'],
  ])('keeps its place past a name with %s', (_case, name) => {
    const rows = read(`${head} ('13.01.01.2001',${name},1,2,'${triangle}'),
      ('13.01.01.2002','B',1,2,'${triangle}')`);
    expect(rows.map((row) => row.code)).toEqual(['13.01.01.2001', '13.01.01.2002']);
    expect(rows[0]?.coordinates).toEqual(JSON.parse(triangle));
  });

  test('follows the column list, backticks included', () => {
    const [row] = read(
      `insert into \`wilayah_boundaries\` (\`path\`, \`kode\`) values ('${triangle}', '13.01')`,
    );
    expect(row).toMatchObject({ code: '13.01', coordinates: JSON.parse(triangle) });
  });

  test('gives a path that is no JSON as it is, for the check to refuse', () => {
    expect(read(`${head} ('13.01','A',1,2,'[[oops')`)[0]?.coordinates).toBe('[[oops');
  });

  test.each([
    ['an open text', `${head} ('13.01','A`],
    ['a missing value', `${head} ('13.01',,1,2,'x')`],
    ['too few values', `${head} ('13.01','A')`],
    ['an open bracket', `${head} ('13.01','A',1,2,'[]'`],
  ])('throws on %s, naming the file', (_case, sql) => {
    expect(() => read(sql)).toThrow(BoundaryFileError);
    expect(() => read(sql)).toThrow('made-up.sql');
  });

  test('of a text without rows gives none', () => expect(read('SELECT 1;')).toEqual([]));
});
