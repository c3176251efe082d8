/** The console tells the time as the vendor's people read it, whatever a province's zone. */
export const ZONE = 'Asia/Ho_Chi_Minh'
