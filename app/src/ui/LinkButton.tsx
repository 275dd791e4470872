import { useNavigate } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';
import type { MouseEvent, ReactNode } from 'react';

interface LinkButtonProps extends Pick<ButtonProps, 'type' | 'size' | 'block' | 'className' | 'aria-label'> {
  readonly to: string;
  readonly children: ReactNode;
}

/** Leads somewhere and looks like a button; one element, so that keyboards and readers meet it once. */
export function LinkButton({ to, children, ...look }: LinkButtonProps) {
  const navigate = useNavigate();
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ to });
  };
  return (
    <Button href={to} onClick={go} {...look}>
      {children}
    </Button>
  );
}
