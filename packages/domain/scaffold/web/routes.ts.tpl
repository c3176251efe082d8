import { route } from '@remix-run/route-config'

export const __name__ = [route('__path__', 'modules/__key__/list.tsx')]
