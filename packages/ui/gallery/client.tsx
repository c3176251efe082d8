import '../src/fonts.css'
import './gallery.css'
import { hydrateRoot } from 'react-dom/client'
import { Gallery } from './page'

const root = document.getElementById('root')
if (root) hydrateRoot(root, <Gallery />)
