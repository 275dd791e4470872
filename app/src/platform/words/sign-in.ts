import type { Area } from './area.ts';

export const signIn = {
  title: ['登录', 'Sign in'],
  lead: ['基层党建与村级工作落实平台', 'Decisions made, duties done, and shown to be done'],
  username: ['用户名', 'User name'],
  password: ['密码', 'Password'],
  submit: ['登录', 'Sign in'],
  needUsername: ['请填写用户名', 'Enter your user name'],
  needPassword: ['请填写密码', 'Enter your password'],
  change: ['修改密码', 'Change the password'],
  changeLead: [
    '至少 8 个字符，含小写字母、大写字母、数字、符号中的三类。修改后，所有设备都要重新登录。',
    'At least 8 characters, three of: lower case, upper case, digits, others. Every device signs in again afterwards.',
  ],
  current: ['当前密码', 'Current password'],
  next: ['新密码', 'New password'],
  again: ['再输一次新密码', 'The new password again'],
  differs: ['两次输入的新密码不一致', 'The two differ'],
  help: [
    '忘记密码或账号被锁定，请联系县级管理员。',
    'Password forgotten or account locked? Ask the county administrator.',
  ],
} as const satisfies Area;
