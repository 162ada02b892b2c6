package io.journeybpm.pages;

/** A controller of pages whose address is the key. Its failures never name the address. */
interface OpenPage {}
