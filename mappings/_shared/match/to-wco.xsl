<?xml version="1.0" encoding="UTF-8"?>
<!--
  Order, payment and parcel as one declaration. The source is <match> with <order>, and <payment> and <logistics> where they are
  there; in each of them the WCO document that its own mapping has made.
  The order is the declaration. What the others add comes behind what it has of the same kind, so that a back-end's pointers into
  the order's own positions stay right.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns:d="urn:wco:datamodel:WCO:DEC-DMS:2"
    xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" exclude-result-prefixes="d">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- 017: 9 original, 13 a further message about an earlier one: its replacement or withdrawal -->
  <xsl:param name="function"/>
  <!-- D018: what a replacement or withdrawal is about, or empty -->
  <xsl:param name="previous"/>

  <xsl:variable name="payment" select="/match/payment/md:MetaData/d:Declaration"/>
  <xsl:variable name="logistics" select="/match/logistics/md:MetaData/d:Declaration"/>

  <xsl:template match="/"><xsl:apply-templates select="match/order/md:MetaData"/></xsl:template>

  <xsl:template match="md:MetaData">
    <xsl:copy>
      <xsl:copy-of select="md:*"/>
      <xsl:apply-templates select="d:Declaration"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="d:Declaration">
    <xsl:variable name="order" select="."/>
    <xsl:copy>
      <xsl:copy-of select="d:AcceptanceDateTime"/>
      <FunctionCode><xsl:value-of select="$function"/></FunctionCode><!-- 017 -->
      <xsl:copy-of select="d:FunctionalReferenceID"/>
      <xsl:copy-of select="d:ID"/>
      <xsl:copy-of select="d:IssueDateTime"/>
      <xsl:copy-of select="d:IssueLocationID"/>
      <xsl:copy-of select="d:TypeCode"/>
      <xsl:copy-of select="d:GoodsItemQuantity"/>
      <xsl:copy-of select="d:DeclarationOfficeID"/>
      <xsl:copy-of select="d:InvoiceAmount"/>
      <xsl:copy-of select="d:LoadingListQuantity"/>
      <!-- 131, 146: who carries it has weighed and counted it -->
      <xsl:copy-of select="$logistics/d:TotalGrossMassMeasure"/>
      <xsl:if test="not($logistics/d:TotalGrossMassMeasure)"><xsl:copy-of select="d:TotalGrossMassMeasure"/></xsl:if>
      <xsl:copy-of select="$logistics/d:TotalPackageQuantity"/>
      <xsl:if test="not($logistics/d:TotalPackageQuantity)"><xsl:copy-of select="d:TotalPackageQuantity"/></xsl:if>
      <xsl:copy-of select="d:SpecificCircumstancesCodeCode"/>
      <xsl:copy-of select="d:Authentication"/>
      <xsl:copy-of select="d:Submitter"/>
      <xsl:copy-of select="d:AdditionalDocument"/>
      <!-- D005: waybill and master bill -->
      <xsl:for-each select="$logistics/d:AdditionalDocument">
        <xsl:if test="not($order/d:AdditionalDocument[d:ID = current()/d:ID and d:TypeCode = current()/d:TypeCode])">
          <xsl:copy-of select="."/>
        </xsl:if>
      </xsl:for-each>
      <xsl:copy-of select="d:AdditionalInformation"/>
      <!-- 225: provider, transaction and time of the payment, carrier; what the order says of itself and of the gateway it says alone -->
      <xsl:apply-templates select="$payment/d:AdditionalInformation" mode="added"><xsl:with-param name="order" select="$order"/></xsl:apply-templates>
      <xsl:apply-templates select="$logistics/d:AdditionalInformation" mode="added"><xsl:with-param name="order" select="$order"/></xsl:apply-templates>
      <xsl:copy-of select="d:Agent"/>
      <xsl:copy-of select="d:Amendment"/>
      <xsl:copy-of select="d:AuthorisationHolder"/>
      <xsl:copy-of select="d:BorderTransportMeans"/>
      <!-- 15B: how it travels -->
      <xsl:if test="not(d:BorderTransportMeans)"><xsl:copy-of select="$logistics/d:BorderTransportMeans"/></xsl:if>
      <xsl:copy-of select="d:Consignment"/>
      <xsl:copy-of select="d:CurrencyExchange"/>
      <xsl:copy-of select="d:Declarant"/>
      <xsl:copy-of select="d:ExitOffice"/>
      <xsl:copy-of select="d:Exporter"/>
      <xsl:apply-templates select="d:GoodsShipment"/>
      <xsl:copy-of select="d:ObligationGuarantee"/>
      <xsl:copy-of select="d:PresentationOffice"/>
      <xsl:copy-of select="d:SupervisingOffice"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="d:AdditionalInformation" mode="added">
    <xsl:param name="order"/>
    <xsl:if test="not(starts-with(d:StatementCode, 'GW-')) and not(starts-with(d:StatementCode, 'MARKETPLACE'))
        and not($order/d:AdditionalInformation[d:StatementCode = current()/d:StatementCode
          and d:StatementDescription = current()/d:StatementDescription])">
      <xsl:copy-of select="."/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:GoodsShipment">
    <xsl:copy>
      <xsl:copy-of select="d:ExitDateTime"/>
      <xsl:copy-of select="d:TransactionNatureCode"/>
      <xsl:copy-of select="d:AEOMutualRecognitionParty"/>
      <xsl:copy-of select="d:Buyer"/>
      <xsl:copy-of select="d:Consignee"/>
      <xsl:copy-of select="d:Consignment"/>
      <xsl:copy-of select="d:Consignor"/>
      <xsl:copy-of select="d:CustomsValuation"/>
      <!-- 117: the freight that the order says was paid, else the carrier's -->
      <xsl:if test="not(d:CustomsValuation)"><xsl:copy-of select="$logistics/d:GoodsShipment/d:CustomsValuation"/></xsl:if>
      <xsl:copy-of select="d:Destination"/>
      <xsl:copy-of select="d:DomesticDutyTaxParty"/>
      <xsl:copy-of select="d:ExportCountry"/>
      <xsl:if test="not(d:ExportCountry)"><xsl:copy-of select="$logistics/d:GoodsShipment/d:ExportCountry"/></xsl:if>
      <xsl:copy-of select="d:GovernmentAgencyGoodsItem"/>
      <xsl:copy-of select="d:Importer"/>
      <xsl:copy-of select="d:Invoice"/>
      <xsl:copy-of select="d:Payer"/>
      <!-- 56B: who paid -->
      <xsl:if test="not(d:Payer)"><xsl:copy-of select="$payment/d:GoodsShipment/d:Payer"/></xsl:if>
      <xsl:copy-of select="d:PreviousDocument[not(d:TypeCode = '929')]"/>
      <xsl:if test="$previous != ''">
        <PreviousDocument>
          <ID><xsl:value-of select="$previous"/></ID><!-- D018 -->
          <TypeCode>929</TypeCode><!-- D019: goods declaration for importation (UN/EDIFACT 1001) -->
        </PreviousDocument>
      </xsl:if>
      <xsl:copy-of select="d:Seller"/>
      <xsl:copy-of select="d:Surety"/>
      <xsl:copy-of select="d:TradeTerms"/>
      <xsl:copy-of select="d:UCR"/>
      <xsl:copy-of select="d:Warehouse"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
