using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TypedTune.Learning.Tests.Data;

/// <summary>The code of <c>docs/data.md</c>.</summary>
public sealed class DataPageTests
{
    private const string Rows = """
        Species;Island;Sex;Bill length (mm);Body Mass;Seen;Ringed
        Adelie;Torgersen;MALE;39,1;3750;2007-11-11;
        Adelie;Torgersen;FEMALE;39,5;NA;2007-11-11;12.11.2007 09:30
        Gentoo;Biscoe;-;46,1;4500;2008-02-27;NA
        Gentoo;Biscoe;MALE;50;5700;2008-12-01;
        Chinstrap;Dream;FEMALE;46,5;3500;2009-01-20;
        Chinstrap;Dream;MALE;-;3900;2009-01-21;

        """;

    [Fact]
    public void CsvFile_IsReadAsThePageSays() => InFolder("penguins.csv", Rows, path =>
    {
        #region csv
        var german = new CsvOptions { Separator = ';', Culture = CultureInfo.GetCultureInfo("de-DE"), Missing = ["", "NA", "-"] };
        Table<Penguin> penguins = Csv.Read<Penguin>(path, german); // .gz or not
        foreach (var (column, marker, count) in penguins.MissingMarkers)
            Console.WriteLine($"{column}: '{marker}' {count} times"); // BodyMass: 'NA' 1 times, …
        Console.WriteLine(penguins.Describe()); // quartiles, categories, and what was taken as missing
        Csv.Write(penguins, path + ".gz"); // commas and points again, compressed
        #endregion

        Assert.Equal(6, penguins.RowCount);
        Assert.Contains(new MarkerCount("BodyMass", "NA", 1), penguins.MissingMarkers);
        Assert.Equal(new DateTime(2007, 11, 12, 9, 30, 0), penguins[1].Ringed);
        Assert.Equal<Penguin>(penguins, Csv.Read<Penguin>(path + ".gz"));
    });

    [Fact]
    public void Dates_AreTakenApartInAPipeline() => InFolder("penguins.csv", Rows, path =>
    {
        var penguins = Csv.Read<Penguin>(path, new CsvOptions { Separator = ';', Culture = CultureInfo.GetCultureInfo("de-DE"), Missing = ["", "NA", "-"] });
        var fitted = new PenguinModel().Fit(penguins);

        Assert.Equal(6, fitted.Predict(penguins).RowCount);
        Assert.Contains(fitted.FeatureImportances.Descending(), importance => importance.Name == "Seen.Seen.month sin");
    });

    [Fact]
    public void NumericFile_IsReadAsThePageSays() => InFolder("leaves.csv", "length,width,age\n1.5,NA,3\n2,0.5,4\n", path =>
    {
        #region matrix
        FeatureMatrix all = Csv.ReadMatrix(path); // the headers are the names
        Dataset leaves = Csv.ReadDataset(path, target: "age"); // ReadLabeledDataset, where the target is a text
        #endregion

        Assert.Equal(["length", "width", "age"], all.Names);
        Assert.Equal([3, 4], leaves.Targets.Numbers);
    });

    [Fact]
    public async Task Database_IsReadAsThePageSays()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var cancellation = TestContext.Current.CancellationToken;
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT 'Gentoo' AS species, 'Biscoe' AS island, NULL AS sex, 46.1 AS \"Bill length (mm)\", 4500 AS body_mass, '2008-02-27' AS seen, NULL AS ringed";

        #region database
        await using var reader = await command.ExecuteReaderAsync(cancellation); // of any database
        Table<Penguin> penguins = await reader.ToTableAsync<Penguin>(cancellationToken: cancellation);
        #endregion

        Assert.Equal(new Penguin { Species = Species.Gentoo, Island = "Biscoe", BillLength = 46.1, BodyMass = 4500, Seen = new(2008, 2, 27) }, Assert.Single(penguins));
    }

    private static void InFolder(string name, string text, Action<string> test)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, name), text);
            test(Path.Combine(folder, name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
