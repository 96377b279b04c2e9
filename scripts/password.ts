// `npm run password -- E-MAIL`: makes a new password to hand out, for when the last admin forgot theirs.
import { recordAudit } from '../server/audit/store.ts';
import { hashPassword, makePassword } from '../server/auth/sign-in.ts';
import { endSessions, findAccountByEmail, setPassword } from '../server/auth/store.ts';
import { openServerDatabase, runScript, ScriptError } from './script.ts';

await runScript(async () => {
  const [email] = process.argv.slice(2);
  if (email === undefined) throw new ScriptError('pemakaian: npm run password -- E-MAIL');
  const db = openServerDatabase();
  const account = findAccountByEmail(db, email);
  if (!account) throw new ScriptError(`tidak ada akun dengan e-mail ${email}`);
  const password = makePassword();
  const passwordHash = await hashPassword(password);
  const at = new Date();
  db.transaction(() => {
    setPassword(db, account.id, passwordHash, true, at);
    endSessions(db, account.id, null);
    const subject = `account:${account.id}`;
    recordAudit(db, { at, accountId: null, action: 'account.hand_out_password', subject });
  })();
  db.close();
  console.log(`Kata sandi sementara ${account.email} (hanya tampil sekali): ${password}`);
});
