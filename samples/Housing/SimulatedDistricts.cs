namespace Housing;

/// <summary>
/// Makes up districts of the census's schema, for those who have not the data at hand: 20,640 of them in a handful of
/// cities along a slanted coast, about one in a hundred without a bedroom count. The value of a house follows income,
/// nearness to a city and to the coast, and rooms a household, times noise, and is capped at 500,001 dollars.
/// </summary>
internal static class SimulatedDistricts
{
    private const int Count = 20_640;
    private const double Cap = 500_001;

    private static readonly (double Longitude, double Latitude, double Spread, double Wealth)[] Cities =
    [
        (-118.2, 34.0, 0.35, 1.00),
        (-117.1, 32.8, 0.25, 0.95),
        (-122.3, 37.7, 0.30, 1.35),
        (-121.9, 37.3, 0.20, 1.40),
        (-121.5, 38.6, 0.30, 0.75),
        (-119.8, 36.7, 0.40, 0.55),
        (-119.2, 35.4, 0.45, 0.55),
        (-120.5, 37.6, 0.90, 0.60),
    ];

    public static Table<District> Create(int seed)
    {
        var root = Seed.Of(seed);
        return new Table<District>(Enumerable.Range(0, Count).Select(i => Create(root.Derive(i).Stream())));
    }

    private static District Create(RandomStream random)
    {
        var city = Cities[Math.Min(Cities.Length - 1, (int)(random.NextDouble() * random.NextDouble() * 12))];
        double longitude = Math.Round(city.Longitude + city.Spread * random.NextNormal(), 2);
        double latitude = Math.Round(city.Latitude + city.Spread * random.NextNormal(), 2);
        double inland = CoastDistance(longitude, latitude);
        double income = Math.Clamp(Math.Round(Math.Exp(1.15 + 0.2 * (city.Wealth - 0.8) + 0.45 * random.NextNormal()), 4), 0.5, 15.0001);
        double age = Math.Round(Math.Clamp(30 + 12 * random.NextNormal(), 1, 52));
        double households = Math.Max(5, Math.Round(Math.Exp(6.0 + 0.7 * random.NextNormal())));
        double roomsPerHouse = Math.Max(1.5, 3.6 + 0.45 * income + 0.8 * random.NextNormal());
        double rooms = Math.Round(households * roomsPerHouse);
        double bedrooms = Math.Max(1, Math.Round(rooms * Math.Clamp(0.21 - 0.008 * (income - 4) + 0.02 * random.NextNormal(), 0.1, 0.5)));
        double population = Math.Max(3, Math.Round(households * Math.Exp(1.05 + 0.25 * random.NextNormal())));
        double value = 48_000 * Math.Pow(income, 0.85) * (0.55 + 0.5 * city.Wealth) * (1 + 0.45 * Math.Exp(-3 * inland))
            * (1 + 0.003 * (age - 30)) * Math.Pow(population / households / 2.9, -0.35) * Math.Exp(0.2 * random.NextNormal());

        return new District
        {
            Longitude = longitude,
            Latitude = latitude,
            HousingMedianAge = age,
            TotalRooms = rooms,
            TotalBedrooms = random.NextDouble() < 0.01 ? null : bedrooms,
            Population = population,
            Households = households,
            MedianIncome = income,
            OceanProximity = Proximity(longitude, latitude, inland, random.NextDouble()),
            MedianHouseValue = Math.Min(Cap, Math.Max(14_999, Math.Round(value / 100) * 100)),
        };
    }

    // The coast as a straight line from San Diego to beyond San Francisco; degrees.
    private static double CoastDistance(double longitude, double latitude) =>
        Math.Max(0, (longitude + 117.2 + 0.98 * (latitude - 32.6)) * 0.71);

    private static string Proximity(double longitude, double latitude, double inland, double draw) => inland switch
    {
        _ when draw < 0.00025 => "ISLAND",
        _ when longitude < -121.7 && latitude is > 37 and < 38.3 && inland > 0.05 => "NEAR BAY",
        < 0.1 => "NEAR OCEAN",
        < 0.6 => "<1H OCEAN",
        _ => "INLAND",
    };
}
