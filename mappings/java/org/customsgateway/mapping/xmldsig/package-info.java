/**
 * Signatures of XML documents (W3C XML-Signature) with SM2 (GB/T 32918) over SM3 (GB/T 32905), in the one form that is agreed: the
 * signature stands in the document and signs all of it. Canonical XML is Apache Santuario's, the algorithms are Bouncy Castle's.
 */
package org.customsgateway.mapping.xmldsig;
