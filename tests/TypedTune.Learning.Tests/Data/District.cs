namespace TypedTune.Learning.Tests.Data;

/// <summary>A row of the California housing data, its schema written by hand.</summary>
internal sealed record District : IRow<District>
{
    public static RowSchema<District> Schema { get; } = new(
        "District",
        [
            Columns.Longitude, Columns.Latitude, Columns.HousingMedianAge, Columns.TotalRooms, Columns.TotalBedrooms,
            Columns.Population, Columns.Households, Columns.MedianIncome, Columns.OceanProximity, Columns.MedianHouseValue,
        ],
        row => new District
        {
            Longitude = row.Number(0),
            Latitude = row.Number(1),
            HousingMedianAge = row.Number(2),
            TotalRooms = row.Number(3),
            TotalBedrooms = row.OptionalNumber(4),
            Population = row.Number(5),
            Households = row.Number(6),
            MedianIncome = row.Number(7),
            OceanProximity = row.Category(8)!,
            MedianHouseValue = row.Number(9),
        });

    public required double Longitude { get; init; }

    public required double Latitude { get; init; }

    public required double HousingMedianAge { get; init; }

    public required double TotalRooms { get; init; }

    public double? TotalBedrooms { get; init; }

    public required double Population { get; init; }

    public required double Households { get; init; }

    public required double MedianIncome { get; init; }

    public required string OceanProximity { get; init; }

    public required double MedianHouseValue { get; init; }

    public static class Columns
    {
        public static NumberColumn<District> Longitude { get; } = new("Longitude", 0, NumberKind.Real, row => row.Longitude);

        public static NumberColumn<District> Latitude { get; } = new("Latitude", 1, NumberKind.Real, row => row.Latitude);

        public static NumberColumn<District> HousingMedianAge { get; } = new("HousingMedianAge", 2, NumberKind.Real, row => row.HousingMedianAge);

        public static NumberColumn<District> TotalRooms { get; } = new("TotalRooms", 3, NumberKind.Real, row => row.TotalRooms);

        public static NumberColumn<District> TotalBedrooms { get; } = new("TotalBedrooms", 4, NumberKind.Real, row => row.TotalBedrooms ?? double.NaN) { IsOptional = true };

        public static NumberColumn<District> Population { get; } = new("Population", 5, NumberKind.Real, row => row.Population);

        public static NumberColumn<District> Households { get; } = new("Households", 6, NumberKind.Real, row => row.Households);

        public static NumberColumn<District> MedianIncome { get; } = new("MedianIncome", 7, NumberKind.Real, row => row.MedianIncome);

        public static CategoryColumn<District> OceanProximity { get; } = new("OceanProximity", 8, row => row.OceanProximity);

        public static NumberColumn<District> MedianHouseValue { get; } = new("MedianHouseValue", 9, NumberKind.Real, row => row.MedianHouseValue) { Role = ColumnRole.Target };
    }
}
