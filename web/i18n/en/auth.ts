// English words of signing in, the own account and its password.
import type { auth as indonesian } from '../id/auth.ts';

export const auth: typeof indonesian = {
  tagline: 'A map of villages without signal',
  email: 'E-mail',
  emailExample: 'name@office.go.id',
  password: 'Password',
  signIn: 'Sign in',
  noAccount: 'No account yet, or password forgotten? Ask the admin at the province’s Diskominfo.',
  lockedTitle: 'Too many attempts',
  lockedFor: (time: string) => `You can try again in ${time}.`,
  passwordTitle: 'Change password',
  firstPasswordTitle: 'Choose your password',
  firstPasswordWhy:
    'The password you were given is only for the first sign-in. Choose one that only you know, and you can start working.',
  otherSessionsEnd: 'Other devices that are signed in with this account will be signed out.',
  currentPassword: 'Current password',
  handedOutPassword: 'The password you were given',
  newPassword: 'New password',
  newPasswordHelp:
    'At least 10 characters. A short sentence is easy to remember and hard to guess.',
  repeatPassword: 'Repeat the new password',
  repeatDiffers: 'Not the same as the new password above yet.',
  passwordSave: 'Save password',
  passwordSaved: 'The password is changed.',
  show: 'Show password',
  accountMenu: (name: string) => `Account ${name}`,
  changePassword: 'Change password',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out on all devices',
  signedOutEverywhere: 'You are signed out on all devices.',
  signOutFailed: 'Could not sign out',
};
