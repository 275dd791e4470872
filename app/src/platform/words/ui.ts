import type { Area } from './area.ts';

export const ui = {
  loading: ['正在载入……', 'Loading …'],
  retry: ['重试', 'Try again'],
  close: ['关闭', 'Close'],
  failed: ['没有成功', 'That did not work'],
  failedHint: ['连接不上服务器。请检查网络后重试。', 'The server cannot be reached. Check the network and try again.'],
  notFound: ['没有找到', 'Not found'],
  nothing: ['暂无内容', 'Nothing here'],
  skipToContent: ['跳到正文', 'Skip to content'],
  more: ['更多', 'More'],
  navigation: ['主导航', 'Main navigation'],
} as const satisfies Area;
