using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using CsCheck;
using Microsoft.Data.Sqlite;

namespace TypedTune.Learning.Tests.Data;

public sealed class DbDataReaderTests
{
    [Fact]
    public void SqliteTable_IsReadByColumnNames()
    {
        using var connection = Open("CREATE TABLE visit (note TEXT, weather TEXT, \"Weight (kg)\" REAL, maybe_weight REAL, count INTEGER, maybe_count INTEGER, paid INTEGER, maybe_paid INTEGER, maybe_note TEXT, other BLOB);"
            + "INSERT INTO visit VALUES ('a', 'Sun', 1.5, NULL, 3, 9007199254740991, 1, NULL, NULL, x'00'), ('NA', 'Fog', 2, 0.1, -3, NULL, 0, 1, 'b', NULL);");
        using var reader = Query(connection, "SELECT * FROM visit");
        var visits = reader.ToTable<Visit>();

        Assert.Equal(
            [
                new Visit { Weight = 1.5, Count = 3, MaybeCount = 9_007_199_254_740_991, Paid = true, Note = "a", Weather = Weather.Sun },
                new Visit { Weight = 2, MaybeWeight = 0.1, Count = -3, Paid = false, MaybePaid = true, Note = "NA", MaybeNote = "b", Weather = Weather.Fog },
            ],
            visits);
        Assert.Equal([new("MaybeWeight", "", 1), new("MaybeCount", "", 1), new("MaybePaid", "", 1), new MarkerCount("MaybeNote", "", 1)], visits.MissingMarkers);
    }

    [Fact]
    public void StaysInSqlite_AreReadBackEqual() => StayGenerator.Stays.Array[1, 10].Sample(
        stays =>
        {
            using var connection = Open("CREATE TABLE stay (day, maybe_day, seen, maybe_seen, booked, maybe_booked, length, maybe_length, nights, room, is_paid, board, maybe_board, region, \"City of departure\")");
            foreach (var stay in stays)
                Insert(connection, [stay.Day, stay.MaybeDay, stay.Seen, stay.MaybeSeen, stay.Booked, stay.MaybeBooked, stay.Length, stay.MaybeLength, stay.Nights, stay.Room, stay.IsPaid, stay.Board.ToString(), stay.MaybeBoard?.ToString(), stay.Region, stay.City]);
            using var reader = Query(connection, "SELECT * FROM stay ORDER BY rowid");

            Assert.Equal(stays, reader.ToTable<Stay>());
        },
        iter: 50);

    [Fact]
    public void TypedColumns_AreReadBackEqual() => StayGenerator.Stays.Array[1, 10].Sample(stays =>
    {
        using var reader = Stays(stays).CreateDataReader();

        Assert.Equal(stays, reader.ToTable<Stay>());
    });

    [Fact]
    public async Task RowsThatComeOneAfterTheOther_AreTheSameTable()
    {
        var stays = StayGenerator.Stays.Array[20].Single();
        using var reader = Stays(stays).CreateDataReader();

        Assert.Equal(stays, await reader.ToTableAsync<Stay>(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(stays, await Delayed(stays, TestContext.Current.CancellationToken).ToTableAsync(TestContext.Current.CancellationToken));
        Assert.Equal(stays, stays.ToTable());
    }

    [Fact]
    public async Task Reading_IsStopped()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Delayed([new Stay()], CancellationToken.None).ToTableAsync(stopping.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Stays([new Stay()]).CreateDataReader().ToTableAsync<Stay>(cancellationToken: stopping.Token));
    }

    [Fact]
    public void QueryWithoutRows_IsAnEmptyTable()
    {
        using var connection = Open("CREATE TABLE t (day);");
        using var reader = Query(connection, "SELECT 1 AS distance, 'a' AS name WHERE false");

        Assert.Equal(0, reader.ToTable<Trip>().RowCount);
    }

    [Theory]
    [InlineData("1 AS distance", "the trips has no column for Trip.Name: expected a header such as name. It has: distance.")]
    [InlineData("1 AS distance, 'a' AS name, 'b' AS NAME", "the trips has 2 columns for Trip.Name: 'name' (field 2), 'NAME' (field 3). Remove all but one, or name the right one with [Column(\"…\")].")]
    [InlineData("NULL AS distance, 'a' AS name", "the trips, row 1, column distance: the value is missing (null). Fill it in, leave such rows out of the query, or make Trip.Distance nullable.")]
    [InlineData("'12' AS distance, 'a' AS name", "the trips, row 1, column distance: '12' is of the type String, but the column holds whole numbers. Convert it in the query, or change the property's type.")]
    [InlineData("1.5 AS distance, 'a' AS name", "the trips, row 1, column distance: '1.5' is not a whole number. Correct it, or make the property a double.")]
    [InlineData("40000 AS distance, 'a' AS name", "the trips, row 1, column distance: '40000' is outside of -32768 to 32767, which is what the type of Distance holds. Correct it, or make the property a long or a double.")]
    [InlineData("9007199254740993 AS distance, 'a' AS name", "the trips, row 1, column distance: '9007199254740993' is a whole number that a column cannot hold exactly. Make the property a string if it is a name, or round it in the query.")]
    [InlineData("1 AS distance, 1.5 AS name", "the trips, row 1, column name: '1.5' is of the type Double, but the column holds categories. Convert it to text in the query.")]
    public void ValueOfAnotherKind_IsRefusedWithItsPlace(string select, string message)
    {
        using var connection = Open("");
        using var reader = Query(connection, $"SELECT {select}");

        Assert.Equal(message, Assert.Throws<TableException>(() => reader.ToTable<Trip>("the trips")).Message);
    }

    [Fact]
    public void LongValue_IsShortenedInTheMessage()
    {
        using var connection = Open("");
        using var reader = Query(connection, "SELECT hex(zeroblob(5000000)) AS distance, 'a' AS name");
        var error = Assert.Throws<TableException>(() => reader.ToTable<Trip>());

        Assert.InRange(error.Message.Length, 1, 400);
        Assert.Equal((1, "distance"), (error.Row, error.Column));
    }

    private static SqliteConnection Open(string script)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = script.Length == 0 ? "SELECT 1" : script;
        command.ExecuteNonQuery();
        return connection;
    }

    private static SqliteDataReader Query(SqliteConnection connection, string query)
    {
        var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteReader();
    }

    private static void Insert(SqliteConnection connection, object?[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO stay VALUES ({string.Join(", ", values.Select((_, i) => $"$p{i}"))})";
        for (int i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"$p{i}", values[i] ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private static DataTable Stays(Stay[] stays)
    {
        var table = new DataTable();
        foreach (var (name, type) in new (string, Type)[] { ("Day", typeof(DateOnly)), ("MaybeDay", typeof(DateTime)), ("Seen", typeof(DateTime)), ("MaybeSeen", typeof(DateTime)), ("Booked", typeof(DateTimeOffset)), ("MaybeBooked", typeof(DateTimeOffset)), ("Length", typeof(TimeSpan)), ("MaybeLength", typeof(TimeSpan)), ("Nights", typeof(byte)), ("Room", typeof(int)), ("IsPaid", typeof(bool)), ("Board", typeof(string)), ("MaybeBoard", typeof(string)), ("Region", typeof(string)), ("City of departure", typeof(string)) })
            table.Columns.Add(name, type);
        foreach (var stay in stays)
            table.Rows.Add(stay.Day, stay.MaybeDay?.ToDateTime(TimeOnly.MinValue), stay.Seen, stay.MaybeSeen, stay.Booked, stay.MaybeBooked, stay.Length, stay.MaybeLength, stay.Nights, stay.Room, stay.IsPaid, stay.Board.ToString(), stay.MaybeBoard?.ToString(), stay.Region, stay.City);
        return table;
    }

    private static async IAsyncEnumerable<Stay> Delayed(Stay[] stays, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var stay in stays)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return stay;
        }
    }

}
