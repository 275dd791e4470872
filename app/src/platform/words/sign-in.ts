import type { Area } from './area.ts';

export const signIn = {
  title: ['登录', 'Sign in'],
  lead: ['基层党建与村级工作落实平台', 'Decisions made, duties done, and shown to be done'],
  username: ['用户名', 'User name'],
  password: ['密码', 'Password'],
  submit: ['登录', 'Sign in'],
  needUsername: ['请填写用户名', 'Enter your user name'],
  needPassword: ['请填写密码', 'Enter your password'],
  help: [
    '忘记密码或账号被锁定，请联系县级管理员。',
    'Password forgotten or account locked? Ask the county administrator.',
  ],
} as const satisfies Area;
