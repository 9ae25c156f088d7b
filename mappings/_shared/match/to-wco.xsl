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

  <xsl:template match="@*|node()">
    <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
  </xsl:template>

  <xsl:template match="d:Declaration">
    <xsl:variable name="order" select="."/>
    <xsl:copy>
      <xsl:apply-templates select="d:AcceptanceDateTime"/>
      <FunctionCode><xsl:value-of select="$function"/></FunctionCode><!-- 017 -->
      <xsl:apply-templates select="d:FunctionalReferenceID|d:ID|d:IssueDateTime|d:IssueLocationID|d:TypeCode
        |d:GoodsItemQuantity|d:DeclarationOfficeID|d:InvoiceAmount|d:LoadingListQuantity"/>
      <!-- 131, 146: who carries it has weighed and counted it -->
      <xsl:apply-templates select="($logistics/d:TotalGrossMassMeasure|d:TotalGrossMassMeasure[not($logistics/d:TotalGrossMassMeasure)])[1]"/>
      <xsl:apply-templates select="($logistics/d:TotalPackageQuantity|d:TotalPackageQuantity[not($logistics/d:TotalPackageQuantity)])[1]"/>
      <xsl:apply-templates select="d:SpecificCircumstancesCodeCode|d:Authentication|d:Submitter"/>
      <xsl:apply-templates select="d:AdditionalDocument"/>
      <!-- D005: waybill and master bill -->
      <xsl:for-each select="$payment/d:AdditionalDocument|$logistics/d:AdditionalDocument">
        <xsl:if test="not($order/d:AdditionalDocument[d:ID = current()/d:ID and d:TypeCode = current()/d:TypeCode])">
          <xsl:apply-templates select="."/>
        </xsl:if>
      </xsl:for-each>
      <xsl:apply-templates select="d:AdditionalInformation"/>
      <!-- 225: provider, transaction and time of the payment, carrier; what the order says of itself and of the gateway it says alone -->
      <xsl:for-each select="$payment/d:AdditionalInformation|$logistics/d:AdditionalInformation">
        <xsl:if test="not(starts-with(d:StatementCode, 'GW-')) and not(starts-with(d:StatementCode, 'MARKETPLACE'))
            and not($order/d:AdditionalInformation[d:StatementCode = current()/d:StatementCode
              and d:StatementDescription = current()/d:StatementDescription])">
          <xsl:apply-templates select="."/>
        </xsl:if>
      </xsl:for-each>
      <xsl:apply-templates select="d:Agent|d:Amendment|d:AuthorisationHolder"/>
      <!-- 15B: how it travels -->
      <xsl:apply-templates select="(d:BorderTransportMeans|$logistics/d:BorderTransportMeans[not($order/d:BorderTransportMeans)])[1]"/>
      <xsl:apply-templates select="d:Consignment|d:CurrencyExchange|d:Declarant|d:ExitOffice|d:Exporter|d:GoodsShipment
        |d:ObligationGuarantee|d:PresentationOffice|d:SupervisingOffice"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="d:Declaration/d:GoodsShipment">
    <xsl:variable name="shipment" select="."/>
    <xsl:copy>
      <xsl:apply-templates select="d:ExitDateTime|d:TransactionNatureCode|d:AEOMutualRecognitionParty|d:Buyer|d:Consignee
        |d:Consignment|d:Consignor"/>
      <!-- 117: the freight that the order says was paid, else the carrier's -->
      <xsl:apply-templates select="(d:CustomsValuation|$logistics/d:GoodsShipment/d:CustomsValuation[not($shipment/d:CustomsValuation)])[1]"/>
      <xsl:apply-templates select="d:Destination|d:DomesticDutyTaxParty"/>
      <xsl:apply-templates select="(d:ExportCountry|$logistics/d:GoodsShipment/d:ExportCountry[not($shipment/d:ExportCountry)])[1]"/>
      <xsl:apply-templates select="d:GovernmentAgencyGoodsItem|d:Importer|d:Invoice"/>
      <!-- 56B: who paid -->
      <xsl:apply-templates select="(d:Payer|$payment/d:GoodsShipment/d:Payer[not($shipment/d:Payer)])[1]"/>
      <xsl:apply-templates select="d:PreviousDocument[not(d:TypeCode = '929')]"/>
      <xsl:if test="$previous != ''">
        <PreviousDocument>
          <ID><xsl:value-of select="$previous"/></ID><!-- D018 -->
          <TypeCode>929</TypeCode><!-- D019: goods declaration for importation (UN/EDIFACT 1001) -->
        </PreviousDocument>
      </xsl:if>
      <xsl:apply-templates select="d:Seller|d:Surety|d:TradeTerms|d:UCR|d:Warehouse"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
