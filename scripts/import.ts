// Brings files into the database of the server:
//   npm run import -- boundaries PATH…     official boundaries, GeoJSON or wilayah_boundaries SQL
// DATA_DIR says where the database is (default ./var).
import { runImport } from './import-boundaries.ts';
import { openServerDatabase, runScript, ScriptError } from './script.ts';

const usage = 'pemakaian: npm run import -- boundaries BERKAS_ATAU_FOLDER…';

await runScript(() => {
  const [command, ...paths] = process.argv.slice(2);
  if (command !== 'boundaries') {
    throw new ScriptError(
      command === undefined ? usage : `perintah tidak dikenal: ${command}; ${usage}`,
    );
  }
  if (paths.length === 0) throw new ScriptError(usage);
  const db = openServerDatabase();
  try {
    runImport(db, paths);
  } finally {
    db.close();
  }
});
