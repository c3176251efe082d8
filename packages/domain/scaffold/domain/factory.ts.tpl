import type { TenantContext } from '@sotay/kernel'
import { create__Noun__, type __Noun__ } from './create-__noun__'
import type { Create__Noun__ } from './inputs'

/** Creates a __noun__ with whatever a test did not care to say. */
export const make__Noun__ = (
  ctx: TenantContext,
  given: Partial<Create__Noun__> & Pick<Create__Noun__, 'unitId'>,
): Promise<__Noun__> => create__Noun__(ctx, { title: 'Một nội dung', ...given })
