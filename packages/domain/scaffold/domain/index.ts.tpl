export { create__Noun__, type __Noun__ } from './create-__noun__'
export { list__Noun__s } from './list-__noun__s'
export { __name__ } from './module'
