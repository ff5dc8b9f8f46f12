//! Memory is not locked in these tests.
//!
//! SQLCipher locks and unlocks every piece of memory that it uses. In thousands of short-lived
//! stores that takes two thirds of the time; and it is no part of what is tested here.

#![allow(unsafe_code, reason = "stands in for two functions of the C library")]

use std::ffi::{c_int, c_void};

#[unsafe(no_mangle)]
extern "C" fn mlock(_from: *const c_void, _length: usize) -> c_int {
    0
}

#[unsafe(no_mangle)]
extern "C" fn munlock(_from: *const c_void, _length: usize) -> c_int {
    0
}
