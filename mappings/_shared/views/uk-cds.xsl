<?xml version="1.0" encoding="UTF-8"?>
<!--
  A declaration as the Customs Declaration Service of the United Kingdom takes it: import of low value, super reduced data set, with the
  codes of HMRC's public examples and schemas (WCO Data Model 3.6). DE: data elements as CDS numbers them. Sources and what is a guess:
  xsd/_shared/uk-cds/SOURCE.md. Withdrawals become requests for invalidation, amendments requests for correction.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns:d="urn:wco:datamodel:WCO:DEC-DMS:2"
    xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" exclude-result-prefixes="d">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="*"/>

  <!-- DE 3/18: EORI number of who declares -->
  <xsl:param name="declarant"/>
  <!-- DE 3/21: 2 direct, 3 indirect representation; empty: who declares is the importer -->
  <xsl:param name="representation" select="'2'"/>
  <!-- DE 5/23: where the goods are: code, its type, and what names it (U: UN/LOCODE) -->
  <xsl:param name="location"/>
  <xsl:param name="locationType" select="'A'"/>
  <xsl:param name="locationQualifier" select="'U'"/>
  <!-- DE 2/2: statement of each goods item, such as NIIMP for Northern Ireland; empty: none -->
  <xsl:param name="statement"/>
  <!-- up to which value goods from person to person are free as such (C08); in another currency they are of negligible value (C07) -->
  <xsl:param name="giftLimit" select="39"/>
  <xsl:param name="giftCurrency" select="'GBP'"/>
  <!-- reasons (099) of a correction and of an invalidation -->
  <xsl:param name="correctionReason" select="'32'"/>
  <xsl:param name="invalidationReason" select="'1'"/>

  <!-- codes of DE 2/1 that a transport document may have -->
  <xsl:variable name="transport" select="' 703 704 705 714 740 741 '"/>
  <!-- what a DUCR (DE 2/1 DCR, 2/4) may be written with, and how long its last part may be -->
  <xsl:variable name="ucr" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/()'"/>
  <xsl:variable name="ucrLength" select="19"/>

  <xsl:template match="/"><xsl:apply-templates select="md:MetaData"/></xsl:template>

  <xsl:template match="md:MetaData">
    <md:MetaData>
      <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
      <md:WCOTypeName>DEC</md:WCOTypeName>
      <md:ResponsibleCountryCode>GB</md:ResponsibleCountryCode>
      <md:ResponsibleAgencyName>HMRC</md:ResponsibleAgencyName>
      <md:AgencyAssignedCustomizationVersionCode>v2.1</md:AgencyAssignedCustomizationVersionCode>
      <xsl:choose>
        <xsl:when test="d:Declaration/d:TypeCode = 'INV'"><xsl:apply-templates select="d:Declaration" mode="invalidation"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="d:Declaration"/></xsl:otherwise>
      </xsl:choose>
    </md:MetaData>
  </xsl:template>

  <!-- DE 2/5, LRN, an..22: the gateway's id without its hyphen and the first digits of its time, which come again after twelve days; nine
       characters of chance stay. New for each message -->
  <xsl:template name="lrn">
    <xsl:param name="id"/>
    <xsl:variable name="digits" select="translate($id, '-', '')"/>
    <xsl:value-of select="substring($digits, string-length($digits) - 21)"/>
  </xsl:template>

  <!-- the declaration that this one is about, by the LRN that it had: whoever lodges it puts the MRN that CDS answered in its place -->
  <xsl:template name="earlier">
    <ID><xsl:call-template name="lrn"><xsl:with-param name="id" select="d:GoodsShipment/d:PreviousDocument[d:TypeCode = '929']/d:ID"/></xsl:call-template></ID><!-- D014 -->
  </xsl:template>

  <xsl:template match="d:Declaration" mode="invalidation">
    <Declaration>
      <FunctionCode>13</FunctionCode>
      <FunctionalReferenceID><xsl:call-template name="lrn"><xsl:with-param name="id" select="d:ID"/></xsl:call-template></FunctionalReferenceID>
      <xsl:call-template name="earlier"/>
      <TypeCode>INV</TypeCode>
      <Submitter><ID><xsl:value-of select="$declarant"/></ID></Submitter>
      <AdditionalInformation>
        <StatementDescription>Withdrawn by its sender</StatementDescription>
        <StatementTypeCode>AES</StatementTypeCode>
        <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>42A</DocumentSectionCode></Pointer>
        <Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>06A</DocumentSectionCode></Pointer>
      </AdditionalInformation>
      <Amendment><ChangeReasonCode><xsl:value-of select="$invalidationReason"/></ChangeReasonCode></Amendment>
    </Declaration>
  </xsl:template>

  <xsl:template match="d:Declaration">
    <xsl:variable name="amends" select="d:FunctionCode = '13'"/>
    <Declaration>
      <FunctionCode><xsl:value-of select="d:FunctionCode"/></FunctionCode>
      <FunctionalReferenceID><xsl:call-template name="lrn"><xsl:with-param name="id" select="d:ID"/></xsl:call-template></FunctionalReferenceID>
      <xsl:if test="$amends"><xsl:call-template name="earlier"/></xsl:if>
      <!-- DE 1/1 IM, and 1/2: D before the goods are there, A when they are; COR for a correction -->
      <TypeCode>
        <xsl:choose>
          <xsl:when test="$amends">COR</xsl:when>
          <xsl:otherwise><xsl:value-of select="d:TypeCode"/></xsl:otherwise>
        </xsl:choose>
      </TypeCode>
      <GoodsItemQuantity><xsl:value-of select="count(d:GoodsShipment/d:GovernmentAgencyGoodsItem)"/></GoodsItemQuantity><!-- DE 1/9 -->
      <xsl:copy-of select="d:TotalPackageQuantity"/><!-- DE 6/18 -->
      <xsl:if test="$representation != ''">
        <Agent><FunctionCode><xsl:value-of select="$representation"/></FunctionCode></Agent>
      </xsl:if>
      <xsl:if test="$amends">
        <Amendment>
          <ChangeReasonCode><xsl:value-of select="$correctionReason"/></ChangeReasonCode>
          <Pointer><DocumentSectionCode>42A</DocumentSectionCode></Pointer>
          <Pointer><DocumentSectionCode>67A</DocumentSectionCode></Pointer>
        </Amendment>
      </xsl:if>
      <!-- DE 7/4; what does not say how it travels comes by post or courier -->
      <BorderTransportMeans>
        <ModeCode>
          <xsl:value-of select="d:BorderTransportMeans/d:ModeCode"/>
          <xsl:if test="not(d:BorderTransportMeans/d:ModeCode)">5</xsl:if>
        </ModeCode>
      </BorderTransportMeans>
      <Declarant><ID><xsl:value-of select="$declarant"/></ID></Declarant>
      <xsl:apply-templates select="(d:Exporter | d:GoodsShipment/d:Consignor[not(../../d:Exporter)])[1]" mode="exporter"/>
      <xsl:apply-templates select="d:GoodsShipment"/>
    </Declaration>
  </xsl:template>

  <!-- DE 3/1: a number that is no EORI number says nothing to CDS -->
  <xsl:template match="*" mode="exporter">
    <Exporter>
      <xsl:copy-of select="d:Name"/>
      <xsl:apply-templates select="d:Address"/>
    </Exporter>
  </xsl:template>

  <xsl:template match="d:Address">
    <Address>
      <xsl:copy-of select="d:CityName"/>
      <xsl:copy-of select="d:CountryCode"/>
      <xsl:copy-of select="d:Line"/>
      <xsl:copy-of select="d:PostcodeID"/>
    </Address>
  </xsl:template>

  <xsl:template match="d:GoodsShipment">
    <GoodsShipment>
      <Consignment>
        <GoodsLocation>
          <Name><xsl:value-of select="$location"/></Name>
          <TypeCode><xsl:value-of select="$locationType"/></TypeCode>
          <Address>
            <TypeCode><xsl:value-of select="$locationQualifier"/></TypeCode>
            <CountryCode>GB</CountryCode>
          </Address>
        </GoodsLocation>
      </Consignment>
      <!-- DE 4/19: what the transport costs -->
      <xsl:if test="d:CustomsValuation/d:FreightChargeAmount">
        <CustomsValuation><xsl:copy-of select="d:CustomsValuation/d:FreightChargeAmount"/></CustomsValuation>
      </xsl:if>
      <xsl:copy-of select="d:DomesticDutyTaxParty"/><!-- DE 3/40 -->
      <xsl:apply-templates select="d:GovernmentAgencyGoodsItem"/>
      <xsl:apply-templates select="(d:Importer | d:Consignee[not(../d:Importer)])[1]" mode="importer"/>
      <xsl:call-template name="previous"/>
    </GoodsShipment>
  </xsl:template>

  <!-- DE 3/15 and 3/16: by its EORI number, or by name and address -->
  <xsl:template match="*" mode="importer">
    <Importer>
      <xsl:choose>
        <xsl:when test="starts-with(d:ID, 'GB') and string-length(d:ID) &gt;= 14 or starts-with(d:ID, 'XI') and string-length(d:ID) &gt;= 14">
          <xsl:copy-of select="d:ID"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:copy-of select="d:Name"/>
          <xsl:apply-templates select="d:Address"/>
        </xsl:otherwise>
      </xsl:choose>
    </Importer>
  </xsl:template>

  <!-- DE 2/1: the declarant's own reference of the consignment (DUCR), made of the partner's, or of the gateway's where that does not
       fit; and the transport documents -->
  <xsl:template name="previous">
    <xsl:variable name="own" select="string(../d:FunctionalReferenceID)"/>
    <xsl:variable name="digits" select="translate(../d:ID, '-', '')"/>
    <xsl:variable name="day" select="string(../d:AcceptanceDateTime/*)"/>
    <PreviousDocument>
      <CategoryCode>Z</CategoryCode>
      <ID>
        <xsl:value-of select="concat(substring($day, 4, 1), $declarant, '-')"/>
        <xsl:choose>
          <xsl:when test="$own != '' and string-length($own) &lt;= $ucrLength and translate($own, $ucr, '') = ''">
            <xsl:value-of select="$own"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="substring($digits, string-length($digits) - $ucrLength + 1)"/></xsl:otherwise>
        </xsl:choose>
      </ID>
      <TypeCode>DCR</TypeCode>
    </PreviousDocument>
    <xsl:for-each select="../d:AdditionalDocument[contains($transport, concat(' ', d:TypeCode, ' ')) and string-length(d:ID) &lt;= 35]">
      <PreviousDocument>
        <CategoryCode>Z</CategoryCode>
        <xsl:copy-of select="d:ID"/>
        <xsl:copy-of select="d:TypeCode"/>
      </PreviousDocument>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="d:GovernmentAgencyGoodsItem">
    <xsl:variable name="gift" select="../d:TransactionNatureCode = '31'
        and not(../d:GovernmentAgencyGoodsItem/d:CustomsValueAmount[@currencyID != $giftCurrency])
        and sum(../d:GovernmentAgencyGoodsItem/d:CustomsValueAmount) &lt;= $giftLimit"/>
    <xsl:variable name="first" select="not(preceding-sibling::d:GovernmentAgencyGoodsItem)"/>
    <GovernmentAgencyGoodsItem>
      <xsl:copy-of select="d:CustomsValueAmount"/><!-- DE 4/18 -->
      <xsl:copy-of select="d:SequenceNumeric"/>
      <xsl:if test="$statement != ''">
        <AdditionalInformation><StatementCode><xsl:value-of select="$statement"/></StatementCode></AdditionalInformation>
      </xsl:if>
      <Commodity>
        <xsl:copy-of select="d:Commodity/d:Description"/>
        <!-- DE 6/14: the first six digits mean the same everywhere -->
        <xsl:for-each select="d:Commodity/d:Classification[d:IdentificationTypeCode = 'HS'][1]">
          <Classification>
            <xsl:copy-of select="d:ID"/>
            <IdentificationTypeCode>TSP</IdentificationTypeCode>
          </Classification>
        </xsl:for-each>
        <!-- DE 6/5: of goods that are packed together the first has all of it -->
        <xsl:variable name="stated" select="d:Commodity/d:GoodsMeasure/d:GrossMassMeasure"/>
        <xsl:variable name="total" select="../../d:TotalGrossMassMeasure[
            not(../d:GoodsShipment/d:GovernmentAgencyGoodsItem/d:Commodity/d:GoodsMeasure/d:GrossMassMeasure)]"/>
        <xsl:for-each select="$stated | $total">
          <GoodsMeasure>
            <GrossMassMeasure unitCode="{@unitCode}">
              <xsl:choose>
                <xsl:when test="$stated or $first"><xsl:value-of select="."/></xsl:when>
                <xsl:otherwise>0</xsl:otherwise>
              </xsl:choose>
            </GrossMassMeasure>
          </GoodsMeasure>
        </xsl:for-each>
      </Commodity>
      <!-- DE 1/10: free circulation, from no earlier procedure -->
      <GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>
      <!-- DE 1/11: super reduced data set; negligible value, or from person to person; VAT in the import one-stop shop -->
      <GovernmentProcedure><CurrentCode>1H7</CurrentCode></GovernmentProcedure>
      <GovernmentProcedure>
        <CurrentCode>
          <xsl:choose>
            <xsl:when test="$gift">C08</xsl:when>
            <xsl:otherwise>C07</xsl:otherwise>
          </xsl:choose>
        </CurrentCode>
      </GovernmentProcedure>
      <xsl:if test="../d:DomesticDutyTaxParty[d:RoleCode = 'FR5']">
        <GovernmentProcedure><CurrentCode>F48</CurrentCode></GovernmentProcedure>
      </xsl:if>
    </GovernmentAgencyGoodsItem>
  </xsl:template>
</xsl:stylesheet>
